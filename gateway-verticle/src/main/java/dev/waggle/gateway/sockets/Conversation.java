package dev.waggle.gateway.sockets;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Access;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.access.Revocations;
import dev.waggle.gateway.settings.SocketSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open socket: who it is, the frames that it sends, one after the other, and its end. Whatever
 * a client sends, the worst that happens is that its own socket is closed.
 */
final class Conversation {

  /** What Socket.IO's clients take for: the server ended it, do not come back by yourself. */
  static final String ENDED_BY_SERVER = "io server disconnect";

  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  private static final String SHOW_A_KEY =
      "Show an API key: in the handshake, or as the key of an auth frame before any other.";
  private static final String KEY_OVER =
      "The key was revoked or has expired; connect with another.";

  /** How many frames may wait for those before them. */
  private static final int MAX_PENDING = 1_000;

  private static final long LAST_WORDS_SECONDS = 2;

  private final Vertx vertx;
  private final Access access;
  private final SocketSettings settings;
  private final SockJSSocket socket;
  private final SendQueue out;
  private final Interests interests;
  private final Allowance allowance;
  private final OpenSockets.Place place;
  private final long keyDeadline;
  private Future<Void> tail = Future.succeededFuture();
  private int pending;
  private Verbs verbs;
  private Revocations.Watch keyWatch;

  /** No frame is taken and nothing is told any more; the socket is being closed. */
  private boolean over;

  private boolean closed;

  /**
   * Begins a conversation.
   *
   * @param place given back when the socket is gone
   */
  Conversation(SocketDoor.Parts parts, SockJSSocket socket, OpenSockets.Place place) {
    this.place = place;
    this.vertx = parts.vertx();
    this.access = parts.access();
    this.settings = parts.settings();
    this.socket = socket;
    this.out = new SendQueue(socket, settings.frames().backlog(), this::tooSlow);
    this.interests =
        new Interests(
            vertx,
            parts.feeds(),
            parts.catchUp(),
            settings.maxHandlers(),
            out::send,
            () -> end(CloseCode.DONE, "The session is complete."));
    this.allowance = new Allowance(settings.frames().perSecond());
    this.keyDeadline =
        vertx.setTimer(settings.keyTimeout().toMillis(), late -> refuseStranger(noKey()));
    socket.handler(this::received).closeHandler(gone -> release()).exceptionHandler(this::broken);
  }

  /** The client has shown a good key in its handshake. */
  void welcome(Principal who) {
    try {
      admit(who);
    } catch (WaggleException full) {
      refuseStranger(full);
    }
  }

  /** Throws when too many sockets have shown the key. */
  private void admit(Principal who) {
    place.belongsTo(who);
    vertx.cancelTimer(keyDeadline);
    verbs = new Verbs(access.policy(), who, interests, out::send);
    keyWatch = access.revocations().watch(who, this::keyOver);
    out.send(ServerFrame.plain("connect", new JsonObject()));
  }

  private void received(Buffer text) {
    if (over) {
      return;
    }
    if (!allowance.take() || pending >= MAX_PENDING) {
      tooMany();
      return;
    }
    try {
      Frame frame = read(text);
      pending++;
      tail = tail.compose(done -> answer(frame)).onComplete(done -> pending--);
    } catch (WaggleException e) {
      tell(e);
    }
  }

  private Frame read(Buffer text) {
    if (text.length() > settings.frames().maxSize()) {
      throw new WaggleException(
          ErrorCode.PAYLOAD_TOO_LARGE,
          "A frame may have " + settings.frames().maxSize() + " bytes; send less.");
    }
    return Frame.read(text);
  }

  /** Never fails: what goes wrong is told to the client. */
  private Future<Void> answer(Frame frame) {
    if (over) {
      return Future.succeededFuture();
    }
    return act(frame)
        .onSuccess(done -> acknowledge(frame))
        .recover(
            failure -> {
              refuse(frame, WaggleException.of(failure));
              return Future.succeededFuture();
            });
  }

  private Future<Void> act(Frame frame) {
    try {
      if (frame.event().equals("auth")) {
        return authenticate(frame);
      }
      return verbs == null ? Future.failedFuture(noKey()) : verbs.act(frame);
    } catch (WaggleException e) {
      return Future.failedFuture(e);
    }
  }

  private Future<Void> authenticate(Frame frame) {
    if (verbs != null) {
      throw new WaggleException(
          ErrorCode.WRONG_STATE, "This socket has shown its key; open another for another key.");
    }
    if (!(frame.fields().getValue("key") instanceof String credential)) {
      throw noKey();
    }
    return access
        .authenticator()
        .authenticate(credential, socket.remoteAddress())
        .map(
            who -> {
              if (!over) {
                admit(who);
              }
              return null;
            });
  }

  private void acknowledge(Frame frame) {
    if (frame.id() != null) {
      out.send(ServerFrame.done(frame.id()));
    }
  }

  private void refuse(Frame frame, WaggleException failure) {
    if (failure.code() == ErrorCode.INTERNAL) {
      LOG.error("event=socket-frame-failed", failure);
    }
    if (frame.id() != null) {
      out.send(ServerFrame.refused(frame.id(), failure));
    } else if (verbs != null) {
      tell(failure);
    }
    if (verbs == null) {
      refuseStranger(failure);
    }
  }

  private void tell(WaggleException failure) {
    out.send(ServerFrame.plain("error", ServerFrame.problem(failure)));
  }

  private void tooMany() {
    tell(
        new WaggleException(
            ErrorCode.TOO_MANY_REQUESTS,
            "One socket may send "
                + settings.frames().perSecond()
                + " frames a second; send them more slowly."));
    if (allowance.isAbused() || pending >= MAX_PENDING) {
      close(CloseCode.TOO_MANY, "Too many frames.");
    }
  }

  /** Somebody whose key is not good; one that cannot be looked up at the moment may try again. */
  private void refuseStranger(WaggleException failure) {
    lastWords("connect_error", ServerFrame.problem(failure))
        .onComplete(told -> close(codeOf(failure), failure.getMessage()));
  }

  private static int codeOf(WaggleException failure) {
    return failure.code() == ErrorCode.TOO_MANY_REQUESTS
        ? CloseCode.TRY_AGAIN_LATER
        : CloseCode.NO_KEY;
  }

  private void keyOver() {
    tell(new WaggleException(ErrorCode.UNAUTHORIZED, KEY_OVER));
    end(CloseCode.NO_KEY, KEY_OVER);
  }

  private void end(int code, String sentence) {
    lastWords("disconnect", new JsonObject().put("reason", ENDED_BY_SERVER))
        .onComplete(told -> close(code, sentence));
  }

  /** Polling clients get what is written with their next request, unless the socket is closed. */
  private Future<Void> lastWords(String event, JsonObject data) {
    over = true;
    interests.end();
    out.close();
    return closed
        ? Future.succeededFuture()
        : socket
            .write(ServerFrame.plain(event, data))
            .timeout(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
  }

  private void tooSlow() {
    LOG.info("event=socket-too-slow");
    close(CloseCode.TOO_SLOW, "This client does not read what it gets; connect again.");
  }

  private void broken(Throwable failure) {
    LOG.debug("event=socket-broken", failure);
    release();
  }

  private void close(int code, String sentence) {
    if (!closed) {
      release();
      socket.close(code, sentence);
    }
  }

  private void release() {
    over = true;
    closed = true;
    out.close();
    interests.end();
    place.leave();
    vertx.cancelTimer(keyDeadline);
    if (keyWatch != null) {
      keyWatch.end();
      keyWatch = null;
    }
  }

  private static WaggleException noKey() {
    return new WaggleException(ErrorCode.UNAUTHORIZED, SHOW_A_KEY);
  }
}
