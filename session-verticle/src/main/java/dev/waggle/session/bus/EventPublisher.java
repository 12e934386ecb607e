package dev.waggle.session.bus;

import com.github.f4b6a3.ulid.UlidCreator;
import dev.waggle.contract.Addresses;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.Wire;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * Numbers and publishes the events of one session for as long as one owner has it. Not for sharing
 * between threads: the numbers have no gaps because one context counts them.
 */
public final class EventPublisher {

  private final EventBus bus;
  private final Ownership ownership;
  private long lastSeq;
  private boolean silenced;

  public EventPublisher(EventBus bus, Ownership ownership) {
    this.bus = bus;
    this.ownership = ownership;
  }

  /** Publishes at every address that carries this type of event. */
  public void publish(SessionEventType type, Record data) {
    if (silenced) {
      return;
    }
    JsonObject event = Wire.write(envelope(type, data));
    bus.publish(Addresses.events(ownership.session()), event);
    if (type.forRoom()) {
      bus.publish(Addresses.room(ownership.session()), event);
    }
    bus.publish(Addresses.EVENTS, event);
  }

  /** Publishes nothing from now on: the session has another owner, and only that one may speak. */
  public void silence() {
    silenced = true;
  }

  private SessionEvent envelope(SessionEventType type, Record data) {
    lastSeq++;
    return new SessionEvent(
        UlidCreator.getMonotonicUlid().toString(),
        lastSeq,
        type,
        ownership.session(),
        ownership.node(),
        ownership.generation(),
        Instant.now(),
        Wire.write(data));
  }
}
