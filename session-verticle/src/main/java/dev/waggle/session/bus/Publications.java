package dev.waggle.session.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Publishes on the bus, and knows what has not left this process yet: the bus looks up who listens
 * and connects to them first, and both take their time while the cluster changes. What is written
 * to one listener's connection counts as passed on, for the bus does not say when it is written to
 * all of them, and so does what nobody listens to, and what the bus could not place: it drops that
 * without a word, and its cluster manager has to see to it that it always can.
 *
 * <p>Not for sharing between threads.
 */
final class Publications {

  private final EventBus bus;
  private final Set<Future<Void>> underWay = new LinkedHashSet<>();

  Publications(EventBus bus) {
    this.bus = bus;
  }

  void publish(String address, JsonObject body) {
    Future<Void> written = bus.<JsonObject>publisher(address).write(body);
    underWay.add(written);
    written.onComplete(over -> underWay.remove(written));
  }

  /** Done when what was published before has left this process. Never fails. */
  Future<Void> passedOn() {
    return Future.join(List.copyOf(underWay)).transform(over -> Future.succeededFuture());
  }
}
