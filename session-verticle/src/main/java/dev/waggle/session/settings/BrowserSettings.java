package dev.waggle.session.settings;

import dev.waggle.settings.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How Chromium is found and run.
 *
 * @param executable the binary to run; null looks in the environment ({@code WAGGLE_CHROMIUM},
 *     {@code CHROME_PATH}), then under the usual system paths and names
 * @param headlessShell whether the lean headless shell is taken before full Chromium when both are
 *     there
 * @param sandbox AUTO keeps Chromium's sandbox unless we run as root, where it cannot work
 * @param extraArgs more command line switches, for example {@code --host-resolver-rules=…}
 * @param sessionsPerDriver how many browsers share one Playwright driver process (90–140 MiB each)
 * @param parallelLaunches how many browsers start at once; 0 means as many as there are cores
 * @param launchTimeout for the browser process to answer
 * @param navigationTimeout for the page to load
 * @param commandTimeout for one command inside the page
 * @param closeTimeout for a graceful close, after which the process is killed
 * @param memoryBudget how many bytes one browser may hold before it is replaced in a quiet moment;
 *     0 means as many as it likes
 * @param memoryInterval how often that is measured
 */
public record BrowserSettings(
    Path executable,
    boolean headlessShell,
    Sandbox sandbox,
    List<String> extraArgs,
    int sessionsPerDriver,
    int parallelLaunches,
    Duration launchTimeout,
    Duration navigationTimeout,
    Duration commandTimeout,
    Duration closeTimeout,
    long memoryBudget,
    Duration memoryInterval) {

  /** Whether Chromium's own sandbox is on. */
  public enum Sandbox {
    AUTO,
    ON,
    OFF
  }

  private static final long MIB = 1024 * 1024;
  private static final long LEAST_BUDGET = 64 * MIB;
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofMinutes(5);

  /** Found by itself, lean, ten sessions to a driver. */
  public static final BrowserSettings DEFAULT =
      new BrowserSettings(
          null,
          true,
          Sandbox.AUTO,
          List.of(),
          10,
          0,
          Duration.ofSeconds(30),
          Duration.ofSeconds(45),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          1536 * MIB,
          Duration.ofSeconds(30));

  public BrowserSettings {
    extraArgs = List.copyOf(extraArgs);
    new Problems()
        .range("sessionsPerDriver", sessionsPerDriver, 1, 100)
        .range("parallelLaunches", parallelLaunches, 0, 256)
        .range("launchTimeout", launchTimeout, LEAST, MOST)
        .range("navigationTimeout", navigationTimeout, LEAST, MOST)
        .range("commandTimeout", commandTimeout, LEAST, MOST)
        .range("closeTimeout", closeTimeout, LEAST, MOST)
        .check(
            memoryBudget == 0 || memoryBudget >= LEAST_BUDGET,
            "memoryBudget",
            "must be 0 or at least 64MiB, which no browser stays below.")
        .range("memoryInterval", memoryInterval, LEAST, MOST)
        .throwIfAny();
  }
}
