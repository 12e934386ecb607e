package dev.waggle.session.bus;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WhatsAppEvent;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Publishes at the addresses of {@link WhatsAppEvent}. Safe from any thread. */
public final class WhatsAppBus {

  private final EventBus bus;

  public WhatsAppBus(EventBus bus) {
    this.bus = bus;
  }

  /** What somebody has asked for and got. */
  public void manual(WhatsAppEvent event, SessionInfo session) {
    publish(event, session.name(), session.generation(), Instant.now(), new JsonObject());
  }

  /**
   * Publishes one event.
   *
   * @param data what this kind has of its own
   */
  void publish(
      WhatsAppEvent event, SessionName session, long generation, Instant when, JsonObject data) {
    JsonObject body =
        new JsonObject()
            .put("session", session.value())
            .put("generation", generation)
            .put("timestamp", when.toString())
            .mergeIn(data);
    bus.publish(Addresses.whatsApp(event), body);
  }
}
