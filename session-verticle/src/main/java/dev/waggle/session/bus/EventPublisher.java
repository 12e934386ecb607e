package dev.waggle.session.bus;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.waggle.contract.Addresses;
import dev.waggle.contract.EventPage;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.Wire;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers and publishes the events of one session for as long as one owner has it. Not for sharing
 * between threads: the numbers have no gaps because one context counts them.
 */
public final class EventPublisher {

  /** Longer than a cluster is ever found in two halves before they merge. */
  private static final Duration APART = Duration.ofMinutes(2);

  private final Publications bus;
  private final Ownership ownership;
  private final RecentEvents recent = new RecentEvents();
  private final List<Consumer<SessionEvent>> listeners = new ArrayList<>();
  private long lastStatus;
  private boolean silenced;

  public EventPublisher(EventBus bus, Ownership ownership) {
    this.bus = new Publications(bus);
    this.ownership = ownership;
  }

  /** Tells each event to this listener too, when it has been published; not the earlier ones. */
  public void also(Consumer<SessionEvent> listener) {
    listeners.add(listener);
  }

  /** Publishes at every address that carries this type of event. */
  public void publish(SessionEventType type, Record data) {
    if (silenced) {
      return;
    }
    long seq = lastSeq() + 1;
    SessionEvent envelope = envelope(seq, type, data);
    JsonObject event = Wire.write(envelope);
    recent.add(seq, event);
    lastStatus = type == SessionEventType.STATUS ? seq : lastStatus;
    send(type, event);
    listeners.forEach(listener -> listener.accept(envelope));
  }

  private void send(SessionEventType type, JsonObject event) {
    bus.publish(Addresses.events(ownership.session()), event);
    if (type.forRoom()) {
      bus.publish(Addresses.room(ownership.session()), event);
    }
    bus.publish(Addresses.EVENTS, event);
  }

  /**
   * Publishes the last status and the messages and acks of the last two minutes once more,
   * unchanged: this node was apart from the cluster, and nobody there has heard them. Who has knows
   * them by their ids.
   */
  public void publishAgain() {
    if (!silenced) {
      recent.all().stream()
          .filter(this::isWorthRepeating)
          .forEach(event -> send(event.type(), Wire.write(event)));
    }
  }

  private boolean isWorthRepeating(SessionEvent event) {
    return event.type().forRoom()
        ? event.seq() == lastStatus
        : event.timestamp().isAfter(Instant.now().minus(APART));
  }

  /** Done when what was published before has left this process. Never fails. */
  public Future<Void> passedOn() {
    return bus.passedOn();
  }

  /** Publishes nothing from now on: the session has another owner, and only that one may speak. */
  public void silence() {
    silenced = true;
  }

  /** The number of the last event that was published; 0 before the first. */
  public long lastSeq() {
    return recent.lastSeq();
  }

  /** What was published after an event, if this owner published that one and still has the rest. */
  public EventPage after(long generation, long seq) {
    return generation == ownership.generation() ? recent.after(seq) : EventPage.MISSED;
  }

  private SessionEvent envelope(long seq, SessionEventType type, Record data) {
    return new SessionEvent(
        UlidCreator.getMonotonicUlid().toString(),
        seq,
        type,
        ownership.session(),
        ownership.node(),
        ownership.generation(),
        Instant.now(),
        Wire.write(data));
  }
}
