package dev.waggle.session.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** What a session has published. */
public final class EventLog {

  /** Browsers of a busy machine need many seconds. */
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final List<SessionEvent> events = new CopyOnWriteArrayList<>();

  /** To be subscribed. */
  public void add(SessionEvent event) {
    events.add(event);
  }

  public List<SessionEvent> all() {
    return events;
  }

  public List<SessionEvent> ofType(SessionEventType type) {
    return events.stream().filter(event -> event.type() == type).toList();
  }

  /** The statuses in the order in which they were told. */
  public List<SessionStatus> statuses() {
    return changes().stream().map(StatusChanged::status).toList();
  }

  public List<StatusChanged> changes() {
    return ofType(SessionEventType.STATUS).stream()
        .map(event -> event.dataAs(StatusChanged.class))
        .toList();
  }

  /** Waits until the last status told is this one. */
  public StatusChanged awaitStatus(SessionStatus status) {
    Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(statuses()).endsWith(status));
    List<StatusChanged> changes = changes();
    return changes.get(changes.size() - 1);
  }

  /** Waits until the session has lost its connection and works again, however quickly. */
  public void awaitReturn() {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(statuses())
                    .containsSequence(SessionStatus.RECONNECTING, SessionStatus.WORKING));
  }

  /** Waits for so many events of a type, and answers the last. */
  public SessionEvent await(SessionEventType type, int count) {
    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(ofType(type)).hasSizeGreaterThanOrEqualTo(count));
    return ofType(type).get(count - 1);
  }
}
