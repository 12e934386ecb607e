package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.DeviceKeys;
import dev.waggle.simulator.account.RandomIds;
import dev.waggle.simulator.account.Refusal;
import dev.waggle.simulator.fault.Fault;
import dev.waggle.simulator.fault.FaultKind;
import dev.waggle.simulator.fault.Faults;
import dev.waggle.simulator.fault.Target;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** One connection of a page: first unknown, then either registered for linking or logged in. */
final class ChatSocket {

  private static final int NONCE_BYTES = 32;

  private final long id;
  private final ServerWebSocket socket;
  private final Faults faults;
  private final Pacer pacer;
  private final byte[] nonce = RandomIds.bytes(NONCE_BYTES);
  private DeviceKeys keys;
  private RefOffer offer;
  private Device device;
  private boolean pairing;
  private boolean closing;

  /**
   * @param id greater than 0, and not that of any other connection
   */
  ChatSocket(long id, ServerWebSocket socket, Vertx vertx, Faults faults) {
    this.id = id;
    this.socket = socket;
    this.faults = faults;
    this.pacer = new Pacer(vertx);
  }

  private void write(JsonObject frame, long delayMs) {
    String text = frame.encode();
    pacer.act(
        () -> {
          if (!socket.isClosed()) {
            socket.writeTextMessage(text);
          }
        },
        delayMs);
  }

  long id() {
    return id;
  }

  /** What a login on this connection must sign. */
  byte[] nonce() {
    return nonce;
  }

  /** Writes a one-way frame. */
  void push(JsonObject frame) {
    write(frame, 0);
  }

  /** Answers a request frame. */
  void reply(JsonObject request, JsonObject result) {
    long delay =
        faults.take(FaultKind.DELAY_ANSWERS, target()).map(fault -> fault.number("ms")).orElse(0L);
    JsonObject reply = new JsonObject().put("type", "reply").put("id", request.getValue("id"));
    write(reply.mergeIn(result), delay);
  }

  /** Answers a request frame with an error. */
  void refuse(JsonObject request, Refusal refusal) {
    JsonObject error =
        new JsonObject().put("code", refusal.code()).put("text", refusal.getMessage());
    reply(request, new JsonObject().put("error", error));
  }

  /** Says goodbye with a close frame, behind whatever is still to be written. */
  void close() {
    closing = true;
    pacer.act(
        () -> {
          if (!socket.isClosed()) {
            socket.close();
          }
        },
        0);
  }

  /** Ends the connection as a broken network would: no public method does so without a frame. */
  // The close handler tells when it has ended.
  @SuppressWarnings("FutureReturnValueIgnored")
  void drop() {
    closing = true;
    ((WebSocketInternal) socket).channelHandlerContext().close();
  }

  /** Whether the page can still say and hear something. */
  boolean isOpen() {
    return !closing && !socket.isClosed();
  }

  /** The page wants to be linked. */
  void register(DeviceKeys keys) {
    this.keys = keys;
  }

  /** The keys of a page that wants to be linked, if it does. */
  Optional<DeviceKeys> keys() {
    return Optional.ofNullable(keys);
  }

  void offer(RefOffer offer) {
    this.offer = offer;
  }

  Optional<RefOffer> offer() {
    return Optional.ofNullable(offer);
  }

  /** A phone has accepted the page: it cannot be linked a second time. */
  void setPairing() {
    pairing = true;
    offer = null;
  }

  boolean isPairing() {
    return pairing;
  }

  /** The page has proved to be this device. */
  void logIn(Device device) {
    this.device = device;
  }

  Optional<Device> device() {
    return Optional.ofNullable(device);
  }

  /**
   * The device that is logged in.
   *
   * @throws Refusal 401 when none is
   */
  Device deviceOrRefuse() {
    return device().orElseThrow(() -> new Refusal(401, "Log in first."));
  }

  /** Whom a fault would hit here. */
  Target target() {
    return device().map(Target::of).orElse(Target.UNKNOWN);
  }

  /** A fault of this kind that hits this connection; uses up one of its count. */
  Optional<Fault> takeFault(FaultKind kind) {
    return faults.take(kind, target());
  }
}
