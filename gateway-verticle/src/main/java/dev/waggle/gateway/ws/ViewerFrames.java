package dev.waggle.gateway.ws;

import static dev.waggle.contract.SessionStatus.AUTHENTICATED;
import static dev.waggle.contract.SessionStatus.WORKING;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.single.LiveStatus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What viewers are sent, in the document's words: the one table. Each frame is JSON text. */
final class ViewerFrames {

  /** Answers {@code ping}. */
  static final String PONG = frame("pong").encode();

  private static final long MILLIS = 1_000;

  private ViewerFrames() {}

  /** What is true when a viewer comes. */
  static List<String> of(LiveStatus live) {
    List<String> frames = new ArrayList<>();
    frames.add(status(live.status()));
    live.qr().map(ViewerFrames::qr).ifPresent(frames::add);
    if (live.isWorking()) {
      frames.add(authenticated());
    }
    return frames;
  }

  /** What has happened; empty for what is not told here. */
  static List<String> of(SessionEvent event) {
    return switch (event.type()) {
      case QR -> List.of(qr(event.dataAs(QrCode.class)));
      case STATUS -> of(event.dataAs(StatusChanged.class));
      case PAIRING_CODE, COMPLETE, MESSAGE, MESSAGE_SENT, MESSAGE_ACK -> List.of();
    };
  }

  static String error(String sentence) {
    return frame("error").put("error", sentence).encode();
  }

  private static List<String> of(StatusChanged change) {
    String status = status(change.status());
    return switch (change.status()) {
      case STARTING, SCAN_QR_CODE, AUTHENTICATED -> List.of(status);
      case WORKING -> List.of(status, authenticated());
      case RECONNECTING ->
          change.previous() == WORKING || change.previous() == AUTHENTICATED
              ? List.of(disconnected(change), status)
              : List.of(status);
      case FAILED, PASSKEY_REQUIRED -> List.of(status, error(change.reason()));
      case STOPPED, LOGGED_OUT, CONFLICT, TERMS_BLOCKED, PROXY_BLOCKED, DEPRECATED_VERSION ->
          List.of(status, disconnected(change));
    };
  }

  /** With the attempt beside what the document has, for whoever counts them. */
  private static String qr(QrCode qr) {
    if (!QrText.isGenuine(qr)) {
      return error("Invalid QR");
    }
    return frame("qr")
        .put("data", qr.base64())
        .put("expiresIn", secondsLeft(qr))
        .put("attempt", qr.attempt())
        .put("maxAttempts", qr.maxAttempts())
        .encode();
  }

  private static long secondsLeft(QrCode qr) {
    return Math.max(0, Duration.between(Instant.now(), qr.expiresAt()).toMillis() / MILLIS);
  }

  private static String status(SessionStatus status) {
    return frame("status")
        .put("authenticated", status == WORKING)
        .put("connecting", status.isRunning() && status != WORKING)
        .encode();
  }

  private static String authenticated() {
    return frame("authenticated").put("status", "connected").encode();
  }

  private static String disconnected(StatusChanged change) {
    return frame("disconnected").put("reason", change.reason()).encode();
  }

  private static JsonObject frame(String type) {
    return new JsonObject().put("type", type);
  }
}
