package dev.waggle.chaos.process;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files that JVMs of this run have written to, so that somebody can look through them. */
public final class JvmLogs {

  private static final Set<Path> LOGS = ConcurrentHashMap.newKeySet();

  private JvmLogs() {}

  /** A file that a JVM writes to from now on. */
  public static void watch(Path log) {
    LOGS.add(log);
  }

  /** All of them; some may be gone. */
  public static Set<Path> all() {
    return Set.copyOf(LOGS);
  }
}
