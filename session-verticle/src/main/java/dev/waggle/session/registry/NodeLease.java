package dev.waggle.session.registry;

import dev.waggle.session.settings.LeaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's lease, and whether it still holds. Renewed at intervals; counted on the monotonic
 * clock from the moment <em>before</em> each renewal was asked for, so that it ends here no later
 * than in the database. It is given up two renewals early: that is the time there is to close the
 * browsers before anybody else may open them. A lost lease is not revived; {@link #join} again.
 *
 * <p>To be used on one Vert.x context, unless said otherwise.
 */
public final class NodeLease {

  private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);
  private static final long NEVER = -1;

  private final Vertx vertx;
  private final NodeRegistry registry;
  private final String node;
  private final LeaseSettings settings;
  private final Supplier<NodeLoad> load;
  private final Runnable onLost;

  private volatile boolean held;
  private boolean renewing;
  private int term;
  private volatile long heldUntilNanos;
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

  /** Enters the node and keeps the lease from now on. */
  public Future<Void> join() {
    long asked = System.nanoTime();
    return registry.join(node, settings.duration(), load).onSuccess(joined -> begin(asked));
  }

  /** Whether the lease holds at this moment. May be asked from any thread. */
  public boolean isHeld() {
    return held && heldUntilNanos - System.nanoTime() > 0;
  }

  /** Renews at once, for example because the load has changed. Never fails. */
  public Future<Void> renew() {
    if (!held || renewing) {
      return Future.succeededFuture();
    }
    renewing = true;
    int asking = term;
    long asked = System.nanoTime();
    return registry
        .renew(node, settings.duration(), load)
        .onComplete((renewed, failure) -> ifStill(asking, () -> renewing = false))
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

  private void settle(boolean renewed, long asked) {
    if (renewed) {
      holdSince(asked);
    } else {
      lose("refused");
    }
  }

  private void begin(long asked) {
    held = true;
    holdSince(asked);
    renewalTimer = vertx.setPeriodic(settings.renewal().toMillis(), fired -> renew());
    LOG.info("event=lease-begun node={}", node);
  }

  private void holdSince(long asked) {
    heldUntilNanos =
        asked + settings.duration().minus(settings.renewal().multipliedBy(2)).toNanos();
    vertx.cancelTimer(endTimer);
    long left = Math.max(1, (heldUntilNanos - System.nanoTime()) / 1_000_000);
    endTimer = vertx.setTimer(left, fired -> lose("not renewed in time"));
  }

  private void lose(String cause) {
    if (held) {
      LOG.warn("event=lease-lost node={} cause=\"{}\"", node, cause);
      end();
      onLost.run();
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
