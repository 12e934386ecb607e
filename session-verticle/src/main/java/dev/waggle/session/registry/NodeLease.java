package dev.waggle.session.registry;

import dev.waggle.session.meter.LeaseRenewal;
import dev.waggle.session.settings.LeaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's lease, and whether it still holds. Renewed at intervals; counted from the moment
 * <em>before</em> each renewal was asked for, so that it ends here no later than in the database,
 * and on two clocks of which the one that is further ahead decides: the monotonic one stands still
 * while a machine sleeps, the time of day may be put back. It is given up two renewals early: that
 * is the time there is to close the browsers before anybody else may open them. A lost lease is not
 * revived; {@link #join} again.
 *
 * <p>The sums, as configured by default: a renewal asked for at 0 s lets others claim from 5 s on.
 * Here, and in every page (its dead man's switch is told what is {@link #left}), the lease ends at
 * 3 s. A node that lives and whose database answers renews at 1 s, so two seconds of silence, a
 * long pause of the garbage collector for instance, cost nothing; and pages that must leave have
 * two seconds to close their connections.
 *
 * <p>To be used on one Vert.x context, unless said otherwise.
 */
public final class NodeLease {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
  private static final long NEVER = -1;
  private static final long NANOS_PER_MS = 1_000_000;

  private final Vertx vertx;
  private final NodeRegistry registry;
  private final String node;
  private final LeaseSettings settings;
  private final Supplier<NodeLoad> load;
  private final Runnable onLost;
  private Runnable onRenewed = () -> {};
  private Consumer<LeaseRenewal> report = outcome -> {};

  private volatile boolean held;
  private boolean renewing;
  private int term;
  private volatile long heldUntilNanos;
  private volatile long heldUntilMillis;
  private long renewalTimer = NEVER;
  private long endTimer = NEVER;

  /**
   * A lease that is not held yet.
   *
   * @param load what to tell with each renewal; called on a database thread
   * @param onLost called once when the lease is lost, on the context that joined
   */
  public NodeLease(
      Vertx vertx,
      NodeRegistry registry,
      String node,
      LeaseSettings settings,
      Supplier<NodeLoad> load,
      Runnable onLost) {
    this.vertx = vertx;
    this.registry = registry;
    this.node = node;
    this.settings = settings;
    this.load = load;
    this.onLost = onLost;
  }

  /** Has this called whenever the lease has become longer, on the context that joined. */
  public NodeLease onRenewed(Runnable action) {
    onRenewed = action;
    return this;
  }

  /** Has this told what becomes of each renewal. */
  public NodeLease reportTo(Consumer<LeaseRenewal> listener) {
    report = listener;
    return this;
  }

  /** Enters the node and keeps the lease from now on. */
  public Future<Void> join() {
    Asked asked = Asked.now();
    return registry.join(node, settings.duration(), load).onSuccess(joined -> begin(asked));
  }

  /** Whether the lease holds at this moment. May be asked from any thread. */
  public boolean isHeld() {
    return left().compareTo(Duration.ZERO) > 0;
  }

  /** How long the lease still holds; zero or less when it does not. From any thread. */
  public Duration left() {
    if (!held) {
      return Duration.ZERO;
    }
    long steady = heldUntilNanos - System.nanoTime();
    long ofDay = (heldUntilMillis - System.currentTimeMillis()) * NANOS_PER_MS;
    return Duration.ofNanos(Math.min(steady, ofDay));
  }

  /** Renews at once, for example because the load has changed. Never fails. */
  public Future<Void> renew() {
    if (!held || renewing) {
      return Future.succeededFuture();
    }
    renewing = true;
    int asking = term;
    Asked asked = Asked.now();
    return registry
        .renew(node, settings.duration(), load)
        .onComplete((renewed, failure) -> ifStill(asking, () -> renewing = false))
        .onFailure(failure -> ifStill(asking, () -> report.accept(LeaseRenewal.FAILED)))
        .onSuccess(renewed -> ifStill(asking, () -> settle(renewed, asked)))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  /** Gives the lease up for good: the node's row goes. Never fails; a row that stays runs out. */
  public Future<Void> leave() {
    end();
    return registry.leave(node).otherwiseEmpty();
  }

  /** An answer that comes after the lease was lost says nothing about the next one. */
  private void ifStill(int asking, Runnable action) {
    if (asking == term) {
      action.run();
    }
  }

  private void settle(boolean renewed, Asked asked) {
    if (renewed) {
      boolean late = System.nanoTime() - asked.nanos > settings.renewal().toNanos();
      report.accept(late ? LeaseRenewal.LATE : LeaseRenewal.IN_TIME);
      holdSince(asked);
    } else {
      lose("refused");
    }
  }

  private void begin(Asked asked) {
    held = true;
    holdSince(asked);
    renewalTimer = vertx.setPeriodic(settings.renewal().toMillis(), fired -> renew());
    LOG.info("event=lease-begun node={}", node);
  }

  private void holdSince(Asked asked) {
    Duration ours = settings.held();
    heldUntilNanos = asked.nanos + ours.toNanos();
    heldUntilMillis = asked.millis + ours.toMillis();
    vertx.cancelTimer(endTimer);
    endTimer = vertx.setTimer(Math.max(1, left().toMillis()), fired -> lose("not renewed in time"));
    onRenewed.run();
  }

  private void lose(String cause) {
    if (held) {
      LOG.warn("event=lease-lost node={} cause=\"{}\"", node, cause);
      report.accept(LeaseRenewal.LOST);
      end();
      onLost.run();
    }
  }

  /** A moment, on the clock that is never put back and on the one that runs in a sleep. */
  private record Asked(long nanos, long millis) {
    static Asked now() {
      return new Asked(System.nanoTime(), System.currentTimeMillis());
    }
  }

  private void end() {
    term++;
    renewing = false;
    held = false;
    vertx.cancelTimer(renewalTimer);
    vertx.cancelTimer(endTimer);
  }
}
