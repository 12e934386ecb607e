package dev.waggle.gateway.sockets;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.OpenSockets;
import dev.waggle.gateway.access.Principal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open socket: who it is, and the frames that it sends, one after the other. Whatever a client
 * sends, the worst that happens is that its own socket is closed.
 */
final class Conversation {

  /** What Socket.IO's clients take for: the server ended it, do not come back by yourself. */
  private static final String ENDED_BY_SERVER = "io server disconnect";

  private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
  private static final String SHOW_A_KEY =
      "Show an API key: in the handshake, or as the key of an auth frame before any other.";
  private static final String KEY_OVER =
      "The key was revoked or has expired; connect with another.";

  /** How many frames may wait for those before them. */
  private static final int MAX_PENDING = 256;

  private final SocketDoor.Parts parts;
  private final SockJSSocket socket;
  private final SocketLine line;
  private final Interests interests;
  private final Allowance allowance;
  private final Admission admission;
  private Future<Void> tail = Future.succeededFuture();
  private int pending;
  private Verbs verbs;

  /**
   * Begins a conversation.
   *
   * @param place given back when the socket is gone
   */
  Conversation(SocketDoor.Parts parts, SockJSSocket socket, OpenSockets.Place place) {
    this.parts = parts;
    this.socket = socket;
    this.line = new SocketLine(socket, parts.settings().frames().backlog(), this::release);
    this.interests = new Interests(parts, line::send, this::complete);
    this.allowance = new Allowance(parts.settings().frames().perSecond());
    this.admission = new Admission(parts, place, () -> refuseStranger(noKey()));
    socket.handler(this::received);
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
    admission.grant(who, this::keyOver);
    verbs = new Verbs(parts.access().policy(), who, interests, line::send);
    line.send(ServerFrame.plain("connect", new JsonObject()));
  }

  private void received(Buffer text) {
    if (line.isOver()) {
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
      line.tell(e);
    }
  }

  private Frame read(Buffer text) {
    long limit = parts.settings().frames().maxSize();
    if (text.length() > limit) {
      throw new WaggleException(
          ErrorCode.PAYLOAD_TOO_LARGE, "A frame may have " + limit + " bytes; send less.");
    }
    return Frame.read(text);
  }

  /** Never fails: what goes wrong is told to the client. */
  private Future<Void> answer(Frame frame) {
    if (line.isOver()) {
      return Future.succeededFuture();
    }
    return act(frame)
        .onSuccess(done -> acknowledge(frame))
        .onFailure(failure -> refuse(frame, WaggleException.of(failure)))
        .otherwiseEmpty();
  }

  private Future<Void> act(Frame frame) {
    try {
      if (frame.event().equals("auth")) {
        return authenticate(frame);
      }
      return verbs == null ? Future.failedFuture(noKey()) : verbs.act(frame);
    } catch (RuntimeException e) {
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
    return parts
        .access()
        .authenticator()
        .authenticate(credential, socket.remoteAddress())
        .map(
            who -> {
              if (!line.isOver()) {
                admit(who);
              }
              return null;
            });
  }

  private void acknowledge(Frame frame) {
    if (frame.id() != null) {
      line.send(ServerFrame.done(frame.id()));
    }
  }

  private void refuse(Frame frame, WaggleException failure) {
    if (failure.code() == ErrorCode.INTERNAL) {
      LOG.error("event=socket-frame-failed defect={}", defect(failure));
    }
    if (frame.id() != null) {
      line.send(ServerFrame.refused(frame.id(), failure));
    } else if (verbs != null) {
      line.tell(failure);
    }
    if (verbs == null) {
      refuseStranger(failure);
    }
  }

  private void tooMany() {
    int limit = parts.settings().frames().perSecond();
    line.tell(
        new WaggleException(
            ErrorCode.TOO_MANY_REQUESTS,
            "One socket may send " + limit + " frames a second; send them more slowly."));
    if (allowance.isAbused() || pending >= MAX_PENDING) {
      line.close(CloseCode.TOO_MANY, "Too many frames.");
    }
  }

  /** Somebody whose key is not good; one that cannot be looked up at the moment may try again. */
  private void refuseStranger(WaggleException failure) {
    line.close(
        CloseCode.of(failure), failure.getMessage(), "connect_error", ServerFrame.problem(failure));
  }

  private void keyOver() {
    line.tell(new WaggleException(ErrorCode.UNAUTHORIZED, KEY_OVER));
    end(CloseCode.NO_KEY, KEY_OVER);
  }

  private void complete() {
    end(CloseCode.DONE, "The session is complete.");
  }

  private void end(int code, String sentence) {
    line.close(code, sentence, "disconnect", new JsonObject().put("reason", ENDED_BY_SERVER));
  }

  private void release() {
    interests.end();
    admission.release();
  }

  /** Its kind alone: what it says may hold what a client has sent. */
  private static String defect(WaggleException failure) {
    return failure.getCause() == null ? "" : failure.getCause().getClass().getName();
  }

  private static WaggleException noKey() {
    return new WaggleException(ErrorCode.UNAUTHORIZED, SHOW_A_KEY);
  }
}
