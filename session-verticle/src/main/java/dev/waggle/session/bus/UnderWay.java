package dev.waggle.session.bus;

import dev.waggle.contract.Errand;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The commands that a consumer has taken and not answered yet. */
final class UnderWay {

  private final Set<Errand> errands = ConcurrentHashMap.newKeySet();

  void begin(Message<?> command) {
    Errand.of(command).ifPresent(errands::add);
  }

  void end(Message<?> command) {
    Errand.of(command).ifPresent(errands::remove);
  }

  /** How to answer a message: with word of the command that it asks about, if it asks about one. */
  DeliveryOptions answerTo(Message<?> message) {
    return Errand.askedAboutIn(message)
        .map(errand -> Errand.answer(errands.contains(errand)))
        .orElseGet(DeliveryOptions::new);
  }
}
