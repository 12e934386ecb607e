package dev.waggle.health;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The checks of one node. <em>Live</em> says whether the process is of any use, or better started
 * anew; <em>ready</em> whether it should be given work at this moment. Each part of a node puts its
 * own checks in and takes them out when it ends. Safe for all threads.
 */
public final class NodeHealth {

  private final Map<String, SharedLook> live = new ConcurrentHashMap<>();
  private final Map<String, SharedLook> ready = new ConcurrentHashMap<>();

  /** A part that has put a check in. */
  @FunctionalInterface
  public interface Registration {
    /** Takes the check out; may be repeated. */
    void remove();
  }

  /**
   * Puts in what a process must do to be alive.
   *
   * @param name as it stands in the answer, such as {@code eventLoops}
   */
  public Registration live(String name, Check check) {
    return add(live, name, check);
  }

  /** Puts in what a node must have to be given work. */
  public Registration ready(String name, Check check) {
    return add(ready, name, check);
  }

  /** Looks at everything that a process must do to be alive. Never fails. */
  public Future<HealthReport> live() {
    return HealthReport.of(live);
  }

  /** Looks at everything that a node must have to be given work. Never fails. */
  public Future<HealthReport> ready() {
    return HealthReport.of(ready);
  }

  private static Registration add(Map<String, SharedLook> checks, String name, Check check) {
    SharedLook look = new SharedLook(check);
    checks.put(name, look);
    return () -> checks.remove(name, look);
  }
}
