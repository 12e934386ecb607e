package dev.waggle.gateway.sockets;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.guide.QrData;
import dev.waggle.contract.guide.StatusData;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The Integration Guide's events. A session that is WORKING is complete, whether it was linked just
 * now or long ago: there is nothing more for a viewer of its linking to see.
 */
final class GuideWords {

  private static final String STATUS = "status-update";

  private GuideWords() {}

  static List<Told> of(SessionEvent event) {
    return switch (event.type()) {
      case QR -> List.of(qr(event.session(), event.dataAs(QrCode.class)));
      case STATUS -> status(event);
      default -> List.of();
    };
  }

  static List<Told> now(LiveSession state) {
    List<Told> words = new ArrayList<>();
    words.add(Told.of(STATUS, StatusData.now(state.info())));
    if (state.qr() != null) {
      words.add(qr(state.info().name(), state.qr()));
    }
    if (completes(state)) {
      words.add(complete(state.info().name(), state.info().statusSince()));
    }
    return words;
  }

  /** Whether the event ends the room for those who are in it. */
  static boolean completes(SessionEvent event) {
    return event.type() == SessionEventType.STATUS
        && event.dataAs(StatusChanged.class).status() == SessionStatus.WORKING;
  }

  static boolean completes(LiveSession state) {
    return state.info().status() == SessionStatus.WORKING;
  }

  private static List<Told> status(SessionEvent event) {
    List<Told> words =
        StatusData.of(event).stream()
            .map(data -> Told.of(STATUS, data))
            .collect(Collectors.toCollection(ArrayList::new));
    if (completes(event)) {
      words.add(complete(event.session(), event.timestamp()));
    }
    return words;
  }

  private static Told qr(SessionName session, QrCode qr) {
    return Told.of("qr-code", QrData.of(session, qr));
  }

  private static Told complete(SessionName session, Instant since) {
    return new Told(
        "session-complete",
        new JsonObject()
            .put("message", "The session is connected to WhatsApp.")
            .put("sessionName", session.value())
            .put("timestamp", since.toString()));
  }
}
