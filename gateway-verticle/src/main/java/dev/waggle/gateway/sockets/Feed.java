package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionClient.Subscription;
import dev.waggle.contract.SessionEvent;
import io.vertx.core.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** One bus consumer and everybody on this gateway who listens to it. */
final class Feed {

  /** Somebody who listens. */
  interface Listener {
    void onEvent(EventFrames event);
  }

  private final Set<Listener> listeners = new LinkedHashSet<>();
  private final Future<Subscription> subscription;

  /** Subscribes at once; {@link #ready} tells when that has succeeded. */
  Feed(Function<Consumer<SessionEvent>, Future<Subscription>> subscribe) {
    this.subscription = subscribe.apply(this::deliver);
  }

  /** Completes when the whole cluster knows of the consumer. */
  Future<Void> ready() {
    return subscription.mapEmpty();
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  void close() {
    subscription.onSuccess(Subscription::cancel);
  }

  /** A listener may leave, or make others leave, while it is told. */
  private void deliver(SessionEvent event) {
    EventFrames frames = new EventFrames(event);
    for (Listener listener : List.copyOf(listeners)) {
      if (listeners.contains(listener)) {
        listener.onEvent(frames);
      }
    }
  }
}
