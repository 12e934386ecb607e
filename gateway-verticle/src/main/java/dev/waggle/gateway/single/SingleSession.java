package dev.waggle.gateway.single;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.MessageSent;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.http.PhoneNumber;
import io.vertx.core.Future;
import java.util.Map;

/** What can be done with a session that nobody creates: it is there as soon as it is wanted. */
public record SingleSession(SessionClient sessions) {

  private static final int QR_ATTEMPTS = 5;
  private static final int RELINK_SECONDS = 8;

  /** Five QRs, and a fresh start by itself some seconds after the last. */
  public static final SessionConfig CONFIG =
      new SessionConfig(QR_ATTEMPTS, RELINK_SECONDS, Map.of());

  /** Wants it running; answers long before the page is there. */
  public Future<SessionInfo> start(SessionName session) {
    return sessions.createOrStart(session, CONFIG);
  }

  /** Wants it stopped; the account stays linked. A session that never was is stopped already. */
  public Future<Void> stop(SessionName session) {
    return sessions
        .stop(session)
        .<Void>mapEmpty()
        .recover(failure -> ifNeverStarted(failure, Future.succeededFuture()));
  }

  /** A new browser on the same link; answers when it is being opened. */
  public Future<SessionInfo> reconnect(SessionName session) {
    return orStart(session, sessions.restart(session));
  }

  /** Erases the link and begins anew. */
  public Future<SessionInfo> reset(SessionName session) {
    return orStart(session, sessions.reset(session));
  }

  /**
   * A QR that was not on show before, of a session that is started if need be. Fails with
   * WRONG_STATE when it is linked.
   */
  public Future<QrCode> newQr(SessionName session) {
    return start(session).compose(started -> sessions.renewQr(session));
  }

  /**
   * Sends text to a number, which the owner looks up first. Fails with INVALID_CHAT_ID,
   * NOT_ON_WHATSAPP, or WRONG_STATE when the account is not connected.
   */
  public Future<MessageSent> send(SessionName session, String phone, String text) {
    String number = PhoneNumber.parse(phone);
    return sessions
        .sendText(session, number, text)
        .recover(failure -> ifNeverStarted(failure, Future.failedFuture(notConnected())));
  }

  private Future<SessionInfo> orStart(SessionName session, Future<SessionInfo> command) {
    return command.recover(
        failure -> isNotFound(failure) ? start(session) : Future.failedFuture(failure));
  }

  private static <T> Future<T> ifNeverStarted(Throwable failure, Future<T> then) {
    return isNotFound(failure) ? then : Future.failedFuture(failure);
  }

  private static boolean isNotFound(Throwable failure) {
    return WaggleException.of(failure).code() == ErrorCode.SESSION_NOT_FOUND;
  }

  private static WaggleException notConnected() {
    return new WaggleException(
        ErrorCode.WRONG_STATE, "WhatsApp is not connected; start the session and scan its QR.");
  }
}
