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
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** One connection of a page: first unknown, then either registered for linking or logged in. */
final class ChatSocket {

  private static final int NONCE_BYTES = 32;

  private final long id;
  private final ServerWebSocket socket;
  private final Runnable cut;
  private final Faults faults;
  private final PacedWriter writer;
  private final byte[] nonce = RandomIds.bytes(NONCE_BYTES);
  private DeviceKeys keys;
  private RefOffer offer;
  private Device device;
  private boolean pairing;

  /**
   * @param id greater than 0, and not that of any other connection
   * @param cut ends the TCP connection without a close frame
   */
  ChatSocket(long id, ServerWebSocket socket, Runnable cut, Vertx vertx, Faults faults) {
    this.id = id;
    this.socket = socket;
    this.cut = cut;
    this.faults = faults;
    this.writer = new PacedWriter(vertx, this::writeText);
  }

  private void writeText(String text) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(text);
    }
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
    writer.write(frame, 0);
  }

  /** Answers a request frame. */
  void reply(JsonObject request, JsonObject result) {
    long delay =
        faults.take(FaultKind.DELAY_ANSWERS, target()).map(fault -> fault.number("ms")).orElse(0L);
    JsonObject reply = new JsonObject().put("type", "reply").put("id", request.getValue("id"));
    writer.write(reply.mergeIn(result), delay);
  }

  /** Answers a request frame with an error. */
  void refuse(JsonObject request, Refusal refusal) {
    JsonObject error =
        new JsonObject().put("code", refusal.code()).put("text", refusal.getMessage());
    reply(request, new JsonObject().put("error", error));
  }

  /** Says goodbye with a close frame. */
  void close() {
    if (!socket.isClosed()) {
      socket.close();
    }
  }

  /** Ends the connection as a broken network would. */
  void drop() {
    cut.run();
  }

  boolean isOpen() {
    return !socket.isClosed();
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
