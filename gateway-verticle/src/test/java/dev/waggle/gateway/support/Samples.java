package dev.waggle.gateway.support;

import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import java.time.Instant;

/** Records as session nodes send them. */
public final class Samples {

  public static final SessionName SALES = new SessionName("sales");

  /** A black dot, as small as a PNG gets. */
  public static final String PNG_BASE64 =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private Samples() {}

  public static SessionInfo session(SessionName name, SessionStatus status) {
    return new SessionInfo(
        name,
        status,
        status.isRunning() ? SessionInfo.Wanted.RUNNING : SessionInfo.Wanted.STOPPED,
        "As asked.",
        "node-1",
        1,
        null,
        SessionConfig.DEFAULT,
        NOW,
        NOW);
  }

  /** A QR that stands for a minute from now on. */
  public static QrCode qr(int attempt) {
    Instant now = Instant.now();
    return new QrCode(
        "2@text-of-the-qr-" + attempt,
        "data:image/png;base64," + PNG_BASE64,
        "█▀▀█\n█▄▄█\n",
        attempt,
        5,
        now,
        now.plusSeconds(60));
  }
}
