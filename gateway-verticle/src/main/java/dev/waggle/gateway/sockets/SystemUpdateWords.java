package dev.waggle.gateway.sockets;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * The System Update's events, each with the session's name as {@code sessionId}. It has no word for
 * a session that is starting or syncing.
 */
final class SystemUpdateWords {

  private SystemUpdateWords() {}

  static List<Told> of(SessionEvent event) {
    return switch (event.type()) {
      case QR -> List.of(qr(event.session(), event.dataAs(QrCode.class)));
      case STATUS -> status(event, event.dataAs(StatusChanged.class));
      default -> List.of();
    };
  }

  /** A QR that is on show, or that the session is ready; of failures of the past nothing. */
  static List<Told> now(LiveSession state) {
    SessionName session = state.info().name();
    if (state.qr() != null) {
      return List.of(qr(session, state.qr()));
    }
    return state.info().status() == SessionStatus.WORKING
        ? List.of(status("ready", session, state.info().statusSince(), state.info().reason()))
        : List.of();
  }

  private static List<Told> status(SessionEvent event, StatusChanged move) {
    String word = word(move);
    return word.isEmpty()
        ? List.of()
        : List.of(status(word, event.session(), event.timestamp(), move.reason()));
  }

  /** The one table from Waggle's moves to the System Update's events; empty where it has none. */
  private static String word(StatusChanged move) {
    if (move.cause() == StatusCause.QR_TIMEOUT) {
      return "qr_timeout";
    }
    return switch (move.status()) {
      case WORKING -> "ready";
      case STOPPED, LOGGED_OUT, CONFLICT -> "disconnected";
      case RECONNECTING -> move.previous() == SessionStatus.WORKING ? "disconnected" : "";
      case FAILED -> move.me() == null ? "auth_failure" : "disconnected";
      case PASSKEY_REQUIRED, TERMS_BLOCKED, PROXY_BLOCKED, DEPRECATED_VERSION -> "auth_failure";
      case SCAN_QR_CODE -> move.cause() == StatusCause.LINK_REFUSED ? "auth_failure" : "";
      case STARTING, AUTHENTICATED -> "";
    };
  }

  private static Told qr(SessionName session, QrCode qr) {
    return new Told(
        "qr", new JsonObject().put("qr", qr.urlCode()).put("sessionId", session.value()));
  }

  private static Told status(String word, SessionName session, Instant at, String reason) {
    return new Told(
        word,
        new JsonObject()
            .put("sessionId", session.value())
            .put("timestamp", at.toString())
            .put("reason", reason));
  }
}
