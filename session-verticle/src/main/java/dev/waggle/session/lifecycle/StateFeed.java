package dev.waggle.session.lifecycle;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.bus.EventPublisher;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.registry.OwnershipRegistry;
import dev.waggle.session.registry.SavedState;
import io.vertx.core.Future;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each state down and then publishes it, one after the other, so that whoever sees an event
 * and asks the registry finds it there. A database that does not answer delays an event by its
 * timeout and no more: the state is published all the same, and the next write catches up.
 */
final class StateFeed {

  private static final Logger LOG = LoggerFactory.getLogger(StateFeed.class);

  private final Ownership ownership;
  private final OwnershipRegistry registry;
  private final EventPublisher publisher;
  private final Runnable onOvertaken;

  private Future<Void> tail = Future.succeededFuture();
  private SavedState unsaved;
  private boolean closed;

  /**
   * A feed that has told nothing yet.
   *
   * @param onOvertaken called when a write is refused because the session has another owner
   */
  StateFeed(
      Ownership ownership,
      OwnershipRegistry registry,
      EventPublisher publisher,
      Runnable onOvertaken) {
    this.ownership = ownership;
    this.registry = registry;
    this.publisher = publisher;
    this.onOvertaken = onOvertaken;
  }

  /** Writes and publishes a state, after everything that was told before. */
  void tell(SavedState state, StatusChanged change) {
    append(
        () ->
            save(state)
                .onComplete(saved -> publisher.publish(SessionEventType.STATUS, change))
                .mapEmpty());
  }

  /** Publishes an event after everything that was told before. */
  void publish(SessionEventType type, Record data) {
    append(
        () -> {
          publisher.publish(type, data);
          return Future.succeededFuture();
        });
  }

  /** Writes again what could not be written; to be called now and then. */
  void catchUp() {
    if (unsaved != null) {
      append(() -> unsaved == null ? Future.succeededFuture() : save(unsaved));
    }
  }

  /** Completes when everything told so far is published. Never fails. */
  Future<Void> settled() {
    return tail;
  }

  /** Says nothing any more, not even what is waiting. */
  void close() {
    closed = true;
    publisher.silence();
  }

  private void append(Supplier<Future<Void>> work) {
    tail = tail.compose(done -> closed ? Future.succeededFuture() : work.get()).otherwiseEmpty();
  }

  private Future<Void> save(SavedState state) {
    unsaved = state;
    return registry
        .saveState(ownership, state)
        .onSuccess(saved -> unsaved = null)
        .onFailure(this::onRefused)
        .otherwiseEmpty();
  }

  private void onRefused(Throwable failure) {
    if (failure instanceof WaggleException refusal
        && refusal.code() == ErrorCode.OWNER_UNAVAILABLE) {
      close();
      onOvertaken.run();
    } else {
      LOG.warn("event=state-not-saved session={}", ownership.session());
    }
  }
}
