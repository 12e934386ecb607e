package dev.waggle.gateway.support;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;

/** Records as session nodes send them. */
public final class Samples {

  public static final SessionName SALES = new SessionName("sales");

  /** A QR as session nodes draw them. */
  public static final String PNG_BASE64 = readPng();

  /** Another picture: one dark dot. */
  public static final String OTHER_PNG_BASE64 =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private Samples() {}

  public static SessionInfo session(SessionName name, SessionStatus status) {
    return session(name, status, null);
  }

  /** A session that is linked to this account; null for one that is not. */
  public static SessionInfo session(SessionName name, SessionStatus status, Account me) {
    return new SessionInfo(
        name,
        status,
        status.isRunning() ? SessionInfo.Wanted.RUNNING : SessionInfo.Wanted.STOPPED,
        "As asked.",
        null,
        "node-1",
        1,
        me,
        SessionConfig.DEFAULT,
        NOW,
        NOW);
  }

  /** The session that {@link RunningGateway} speaks of where none is named. */
  public static final SessionName MAIN = new SessionName(RunningGateway.SETTINGS.defaultSession());

  /** What its owner says of a session that shows no QR. */
  public static LiveSession live(SessionName name, SessionStatus status) {
    return new LiveSession(session(name, status), null, 0, 1, 7, false);
  }

  /** The same of one that shows this QR. */
  public static LiveSession scanning(SessionName name, QrCode qr) {
    return new LiveSession(session(name, SessionStatus.SCAN_QR_CODE), qr, 0, 1, 7, false);
  }

  /** A QR that a phone would take, standing for a minute from now on. */
  public static QrCode genuineQr(int attempt) {
    Instant now = Instant.now();
    return qr(
        "2@aBc+/9" + attempt + "==,bm9pc2U=,aWRlbnRpdHk=,YWR2,1", attempt, now.plusSeconds(60));
  }

  /** A QR with this text. */
  public static QrCode qr(String text, int attempt, Instant expiresAt) {
    return new QrCode(
        text,
        "data:image/png;base64," + PNG_BASE64,
        "█▀▀█\n█▄▄█\n",
        attempt,
        5,
        expiresAt.minusSeconds(60),
        expiresAt);
  }

  /** A QR that stands for a minute from now on. */
  public static QrCode qr(int attempt) {
    return qr(attempt, PNG_BASE64);
  }

  /** The same with another picture. */
  public static QrCode otherQr(int attempt) {
    return qr(attempt, OTHER_PNG_BASE64);
  }

  private static QrCode qr(int attempt, String png) {
    Instant now = Instant.now();
    return new QrCode(
        "2@text-of-the-qr-" + attempt,
        "data:image/png;base64," + png,
        "█▀▀█\n█▄▄█\n",
        attempt,
        5,
        now,
        now.plusSeconds(60));
  }

  /** A move as session nodes tell it. */
  public static StatusChanged moved(SessionStatus from, SessionStatus to) {
    return moved(from, to, null);
  }

  /** The same with what it came of. */
  public static StatusChanged moved(SessionStatus from, SessionStatus to, StatusCause cause) {
    return new StatusChanged(to, from, "The page says so.", cause, null);
  }

  /** What an owner says of its session. */
  public static LiveSession live(SessionName name, SessionStatus status, QrCode qr, long lastSeq) {
    return new LiveSession(session(name, status), qr, 0, 1, lastSeq, true);
  }

  private static String readPng() {
    try (InputStream in = Samples.class.getResourceAsStream("/qr.png")) {
      return Base64.getEncoder().encodeToString(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
