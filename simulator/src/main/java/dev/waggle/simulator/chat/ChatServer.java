package dev.waggle.simulator.chat;

import dev.waggle.simulator.account.Books;
import dev.waggle.simulator.account.Device;
import dev.waggle.simulator.account.Directory;
import dev.waggle.simulator.fault.FaultKind;
import dev.waggle.simulator.fault.Faults;
import dev.waggle.simulator.fault.Target;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** The WhatsApp server as a page sees it: takes its connections and wires what answers them. */
public final class ChatServer {

  /** Where a page opens its WebSocket. */
  public static final String PATH = "/ws/chat";

  private final Vertx vertx;
  private final Directory directory;
  private final Books books;
  private final Faults faults;
  private final Runnable changed;
  private final LiveSockets live = new LiveSockets();
  private final PairingCodes codes = new PairingCodes();
  private final Modals modals;
  private final Linking linking;
  private final FaultEffects effects;
  private final FrameDispatcher dispatcher;
  private final Phones phones;
  private long connections;

  /**
   * @param changed called after anything that may have changed what should be saved
   */
  public ChatServer(
      Vertx vertx,
      Directory directory,
      Books books,
      Faults faults,
      QrTimings timings,
      Runnable changed) {
    this.vertx = vertx;
    this.directory = directory;
    this.books = books;
    this.faults = faults;
    this.changed = changed;
    this.modals = new Modals(vertx);
    Blocks blocks = new Blocks();
    Router router = new Router(directory, live, faults);
    Departures departures = new Departures(directory, live, modals);
    modals.onIgnored(departures::unlink);
    this.linking = new Linking(directory, faults, live, codes, blocks, timings);
    Login login = new Login(directory, live, router, departures, blocks, modals);
    this.effects = new FaultEffects(vertx, faults, live, linking, departures, blocks, modals);
    this.dispatcher =
        new FrameDispatcher(
            linking, login, departures, modals, new Conversation(directory, router));
    Pairing pairing = new Pairing(vertx, faults, books, live, codes);
    this.phones = new Phones(directory, live, pairing, router, departures);
  }

  /** Takes a connection of a page, if it asks for the right path. */
  public void handshake(ServerWebSocketHandshake handshake) {
    if (handshake.path().equals(PATH)) {
      handshake.accept().onSuccess(this::connect);
    } else {
      handshake.reject(404);
    }
  }

  private void connect(ServerWebSocket webSocket) {
    ChatSocket socket = new ChatSocket(++connections, webSocket, vertx, faults);
    live.add(socket);
    webSocket.textMessageHandler(text -> receive(socket, text));
    webSocket.closeHandler(closed -> gone(socket));
    if (faults.take(FaultKind.DROP_CONNECTIONS, Target.UNKNOWN).isPresent()) {
      socket.drop();
      return;
    }
    // Vert.x would write bytes in the alphabet for URLs, which a browser's atob does not read.
    String nonce = Base64.getEncoder().encodeToString(socket.nonce());
    socket.push(new JsonObject().put("type", "challenge").put("nonce", nonce));
  }

  private void receive(ChatSocket socket, String text) {
    // What arrives after we have closed is from a page that does not know it yet.
    if (socket.isOpen()) {
      dispatcher.dispatch(socket, text);
      changed.run();
    }
  }

  private void gone(ChatSocket socket) {
    live.remove(socket);
    codes.forget(socket);
    socket.device().map(Device::book).ifPresent(book -> book.disconnected());
    changed.run();
  }

  /** What the virtual phones can do. */
  public Phones phones() {
    return phones;
  }

  /** Lets faults that were switched on or off take effect on the pages that are connected. */
  public void faultsChanged(Set<FaultKind> kinds) {
    effects.apply(kinds);
  }

  /** What is on show now: {@code qrs} and {@code codes}, each with when it expires. */
  public JsonObject offers() {
    return new JsonObject()
        .put("qrs", linking.onShow())
        .put("codes", codes.toJson(System.currentTimeMillis()));
  }

  /** Whether a page is connected as this device now. */
  public boolean isConnected(Device device) {
    return Optional.of(device).flatMap(live::of).isPresent();
  }

  /** Closes every connection and forgets everything: accounts, faults, books. */
  public void reset() {
    modals.clear();
    faults.clear();
    live.all().forEach(ChatSocket::close);
    directory.clear();
    books.clear();
  }
}
