package dev.waggle.gateway.access;

import dev.waggle.contract.KeyClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Ends what somebody holds open when their key is revoked anywhere in the cluster, or runs out. All
 * calls, in both directions, are on one event loop.
 */
public final class Revocations {

  private static final int MOST_REMEMBERED = 10_000;

  private final Vertx vertx;
  private final Map<String, Set<Held>> held = new HashMap<>();
  private final List<Consumer<String>> listeners = new ArrayList<>();

  /** Names that came lately; a key's id is never given again. */
  private final Map<String, Boolean> recent = new RecentMap<>(MOST_REMEMBERED);

  private Revocations(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Completes when the whole cluster knows of the listener, which ends with the verticle that calls
   * this.
   */
  public static Future<Revocations> listen(Vertx vertx) {
    Revocations revocations = new Revocations(vertx);
    return new KeyClient(vertx)
        .subscribeRevoked(key -> revocations.revoked(key.name()))
        .map(known -> revocations);
  }

  /** Something that is held open with a key. */
  public interface Watch {
    /** It has been closed for another reason. */
    void end();
  }

  /**
   * Calls {@code close} once, when this principal's key is revoked or has expired. A key may be
   * revoked after it was checked and before something is open: then it is called in a moment.
   *
   * @return to be ended when what was held is closed otherwise
   */
  public Watch watch(Principal who, Runnable close) {
    Held holding = new Held(who, close);
    held.computeIfAbsent(who.name(), name -> new LinkedHashSet<>()).add(holding);
    if (recent.containsKey(who.name())) {
      vertx.runOnContext(soon -> holding.close());
    } else {
      holding.awaitExpiry();
    }
    return holding;
  }

  /** Tells the name of every principal whose key is revoked, before anything is closed. */
  void onRevoked(Consumer<String> listener) {
    listeners.add(listener);
  }

  private void revoked(String name) {
    recent.put(name, true);
    listeners.forEach(listener -> listener.accept(name));
    Set<Held> ended = held.remove(name);
    if (ended != null) {
      List.copyOf(ended).forEach(Held::close);
    }
  }

  private final class Held implements Watch {

    private static final long NONE = -1;

    private final Principal who;
    private final Runnable close;
    private long timer = NONE;
    private boolean ended;

    private Held(Principal who, Runnable close) {
      this.who = who;
      this.close = close;
    }

    /** In steps of a day at most: an end may be further away than timers reach. */
    private void awaitExpiry() {
      if (who.expiresAt() == null) {
        return;
      }
      Instant now = Instant.now();
      Instant wake = Collections.min(List.of(who.expiresAt(), now.plus(Duration.ofDays(1))));
      long millis = Math.max(1, Duration.between(now, wake).plusNanos(999_999).toMillis());
      timer = vertx.setTimer(millis, late -> expireOrWait());
    }

    private void expireOrWait() {
      if (who.isExpired(Instant.now())) {
        close();
      } else {
        awaitExpiry();
      }
    }

    private void close() {
      if (!ended) {
        end();
        close.run();
      }
    }

    @Override
    public void end() {
      ended = true;
      vertx.cancelTimer(timer);
      held.computeIfPresent(who.name(), (name, all) -> without(all));
    }

    private Set<Held> without(Set<Held> all) {
      all.remove(this);
      return all.isEmpty() ? null : all;
    }
  }
}
