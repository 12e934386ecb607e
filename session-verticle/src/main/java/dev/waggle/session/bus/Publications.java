package dev.waggle.session.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageProducer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes on the bus, and knows what has not left this process yet: the bus looks up who listens
 * and connects to them first, and both may take their time, or fail, while the cluster changes.
 * What fails is published again for ten seconds, so that a listener may hear it twice, and late.
 *
 * <p>What is written to one listener's connection counts as passed on; the bus does not say when it
 * is written to all of them. Not for sharing between threads.
 */
final class Publications {

  private static final Logger log = LoggerFactory.getLogger(Publications.class);
  private static final long AGAIN_MS = 250;
  private static final int TRIES = 40;

  private final Vertx vertx;
  private final Set<Future<Void>> underWay = new LinkedHashSet<>();

  Publications(Vertx vertx) {
    this.vertx = vertx;
  }

  void publish(String address, JsonObject body) {
    Future<Void> written = write(vertx.eventBus().publisher(address), body, TRIES);
    underWay.add(written);
    written.onComplete(over -> underWay.remove(written));
  }

  /** Done when what was published before has left this process, or was given up. Never fails. */
  Future<Void> passedOn() {
    return Future.join(List.copyOf(underWay)).transform(over -> Future.succeededFuture());
  }

  private Future<Void> write(MessageProducer<JsonObject> to, JsonObject body, int tries) {
    return to.write(body)
        .recover(failure -> isUnheard(failure) ? Future.succeededFuture() : again(to, body, tries));
  }

  private Future<Void> again(MessageProducer<JsonObject> to, JsonObject body, int tries) {
    if (tries <= 1) {
      log.warn("event=publication-given-up address={}", to.address());
      return Future.succeededFuture();
    }
    return vertx.timer(AGAIN_MS).mapEmpty().compose(later -> write(to, body, tries - 1));
  }

  private static boolean isUnheard(Throwable failure) {
    return failure instanceof ReplyException refused
        && refused.failureType() == ReplyFailure.NO_HANDLERS;
  }
}
