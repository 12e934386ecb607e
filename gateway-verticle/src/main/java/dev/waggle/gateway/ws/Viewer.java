package dev.waggle.gateway.ws;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.access.Revocations;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One socket: who it is, what it may see, and what it asks for. Until it has shown a key it gets
 * nothing, and not for long.
 */
final class Viewer {

  private static final short NO_KEY = 4401;
  private static final short FORBIDDEN = 4403;
  private static final short TOO_SLOW = 4408;

  private static final int MOST_WAITING = 4;

  private static final String SHOW_A_KEY = "Show an API key: {\"type\":\"auth\",\"key\":\"…\"}.";
  private static final String KEY_IS_OVER =
      "The key was revoked or has expired; connect with another.";

  private final ViewerDoor.Parts parts;
  private final ServerWebSocket socket;
  private final OpenSockets.Place place;
  private final long deadline;

  private Principal principal;
  private Revocations.Watch watch = () -> {};
  private Future<Void> turn = Future.succeededFuture();
  private int waiting;

  /**
   * A socket that has opened.
   *
   * @param place given back when it closes
   */
  Viewer(ViewerDoor.Parts parts, ServerWebSocket socket, OpenSockets.Place place) {
    this.parts = parts;
    this.socket = socket;
    this.place = place;
    this.deadline =
        parts
            .vertx()
            .setTimer(parts.keyTimeout().toMillis(), late -> closeWith(NO_KEY, SHOW_A_KEY));
  }

  /** Begins. */
  void open(Optional<Principal> shown) {
    parts.clients().opened();
    socket.closeHandler(closed -> closed());
    socket.textMessageHandler(this::onText);
    socket.binaryMessageHandler(bytes -> send(ViewerFrames.error(Request.FORM)));
    socket.exceptionHandler(broken -> {});
    shown.ifPresent(this::welcome);
  }

  /** Sends a frame, unless the reader is so slow that it had better come again. */
  void send(String frame) {
    if (socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      socket.close(TOO_SLOW, "Too much is waiting to be read; connect again.");
    } else {
      socket.writeTextMessage(frame);
    }
  }

  /** Keeps the connection from looking idle. */
  void beat() {
    if (!socket.isClosed()) {
      socket.writePing(Buffer.buffer());
    }
  }

  private void closed() {
    parts.vertx().cancelTimer(deadline);
    watch.end();
    parts.room().leave(this);
    parts.clients().closed();
    place.leave();
  }

  private void onText(String text) {
    Optional<Request> request = Request.read(text);
    if (request.isEmpty()) {
      send(ViewerFrames.error(Request.FORM));
      return;
    }
    switch (request.get().type()) {
      case PING -> send(ViewerFrames.PONG);
      case AUTH -> inTurn(() -> authenticate(request.get().key()));
      case INIT -> inTurn(() -> control(() -> parts.single().start(parts.session())));
      case DISCONNECT -> inTurn(() -> control(() -> parts.single().stop(parts.session())));
    }
  }

  private Future<?> authenticate(String key) {
    return parts
        .access()
        .authenticator()
        .authenticate(key, socket.remoteAddress())
        .onSuccess(this::welcome)
        .onFailure(this::refuse);
  }

  /** A key that cannot be looked up at the moment may be shown again. */
  private void refuse(Throwable failure) {
    WaggleException refusal = WaggleException.of(failure);
    if (refusal.code() == ErrorCode.UNAUTHORIZED) {
      closeWith(NO_KEY, refusal.getMessage());
    } else {
      tell(refusal);
    }
  }

  private void welcome(Principal who) {
    if (socket.isClosed()) {
      return;
    }
    try {
      place.belongsTo(who);
      admit(who);
    } catch (WaggleException full) {
      closeWith(OpenSockets.TRY_AGAIN_LATER, full.getMessage());
    }
  }

  private void admit(Principal who) {
    parts.vertx().cancelTimer(deadline);
    watch.end();
    watch = parts.access().revocations().watch(who, () -> closeWith(NO_KEY, KEY_IS_OVER));
    principal = who;
    if (may(Action.READ)) {
      parts.room().join(this).onSuccess(listening -> greet()).onFailure(this::tell);
    } else {
      closeWith(FORBIDDEN, "This key may not see the session; use another key.");
    }
  }

  /** What is true now, from the owner itself: the cache may be behind the events. */
  private void greet() {
    parts
        .statuses()
        .readFromOwner(parts.session())
        .onSuccess(live -> ViewerFrames.of(live).forEach(this::send))
        .onFailure(this::tell);
  }

  private Future<?> control(Supplier<Future<?>> command) {
    if (principal == null) {
      send(ViewerFrames.error(SHOW_A_KEY));
    } else if (!may(Action.CONTROL)) {
      send(ViewerFrames.error("This key may watch the session and not start or stop it."));
    } else {
      return counted(command).onSuccess(done -> greet()).onFailure(this::tell);
    }
    return Future.succeededFuture();
  }

  private Future<?> counted(Supplier<Future<?>> command) {
    return parts
        .limits()
        .command(
            principal,
            Action.CONTROL,
            Optional.of(parts.session()),
            left -> command.get().mapEmpty());
  }

  /**
   * One request at a time and in order: clients show their key and ask for the QR in one breath. A
   * socket cannot pile them up.
   */
  private void inTurn(Supplier<Future<?>> request) {
    if (waiting == MOST_WAITING) {
      send(
          ViewerFrames.error("Earlier requests are still under way; repeat this one in a moment."));
      return;
    }
    waiting++;
    turn =
        turn.compose(before -> request.get())
            .<Void>mapEmpty()
            .otherwiseEmpty()
            .onComplete(done -> waiting--);
  }

  private boolean may(Action action) {
    return parts.access().policy().allows(principal, action, Optional.of(parts.session()));
  }

  private void tell(Throwable failure) {
    send(ViewerFrames.error(WaggleException.of(failure).getMessage()));
  }

  /** The sentence goes ahead as a frame: a closing one holds 123 bytes and no more. */
  private void closeWith(short code, String sentence) {
    send(ViewerFrames.error(sentence));
    socket.close(code);
  }
}
