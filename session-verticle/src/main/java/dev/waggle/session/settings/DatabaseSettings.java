package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.time.Duration;

/**
 * Where the registry lives.
 *
 * @param url a JDBC address of H2 or PostgreSQL; empty means an H2 file in the data folder, which
 *     the JVMs of one machine may share
 * @param user empty for the embedded default
 * @param password never logged
 * @param poolSize how many connections one node holds at most
 * @param timeout for a connection and for one statement
 * @param history how many moves of each session are kept
 */
public record DatabaseSettings(
    String url, String user, String password, int poolSize, Duration timeout, int history) {

  private static final int USUAL_HISTORY = 100;

  /** The H2 file in the data folder. */
  public static final DatabaseSettings DEFAULT =
      new DatabaseSettings("", "", "", 4, Duration.ofSeconds(5));

  public DatabaseSettings {
    new Problems()
        .check(
            url.isEmpty() || url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:"),
            "url",
            "must start with jdbc:h2: or jdbc:postgresql:.")
        .range("poolSize", poolSize, 1, 100)
        .range("timeout", timeout, Duration.ofSeconds(1), Duration.ofMinutes(1))
        .range("history", history, 1, 10_000)
        .throwIfAny();
  }

  /** The same with the usual length of histories. */
  public DatabaseSettings(
      String url, String user, String password, int poolSize, Duration timeout) {
    this(url, user, password, poolSize, timeout, USUAL_HISTORY);
  }

  @Override
  public String toString() {
    return "DatabaseSettings[poolSize=" + poolSize + ", timeout=" + timeout + "]";
  }
}
