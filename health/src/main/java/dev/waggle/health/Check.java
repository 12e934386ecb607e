package dev.waggle.health;

import io.vertx.core.Future;

/** Looks at one thing that a node needs. */
@FunctionalInterface
public interface Check {

  /**
   * Looks now. Called on an event loop, which it must not block; not called again before it has
   * answered. A failure is as good as {@link Finding#down} with its message; {@link NodeHealth}
   * waits no longer than its patience.
   */
  Future<Finding> look();

  /** A check that has its answer at hand. */
  static Check of(java.util.function.Supplier<Finding> finding) {
    return () -> Future.succeededFuture(finding.get());
  }
}
