package dev.waggle.contract.guide;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import java.time.Instant;
import java.util.List;

/**
 * A status in the Integration Guide's form.
 *
 * @param timestamp when the session came to it
 * @param message one sentence, fit to be shown; null beside an error, or when there is none
 * @param error the same for {@link GuideStatus#isError}; else null
 */
public record StatusData(
    GuideStatus status, SessionName sessionName, Instant timestamp, String message, String error) {

  /** A move, told in the guide's steps; the event is of type STATUS. */
  public static List<StatusData> of(SessionEvent event) {
    StatusChanged move = event.dataAs(StatusChanged.class);
    return GuideStatus.of(move).stream()
        .map(word -> of(word, event.session(), event.timestamp(), move.reason()))
        .toList();
  }

  /** What is true now, for somebody who comes late. */
  public static StatusData now(SessionInfo session) {
    GuideStatus word = GuideStatus.now(session.status());
    return of(word, session.name(), session.statusSince(), session.reason());
  }

  private static StatusData of(GuideStatus word, SessionName session, Instant at, String reason) {
    return word.isError()
        ? new StatusData(word, session, at, null, reason)
        : new StatusData(word, session, at, reason, null);
  }
}
