package dev.waggle.session.browser;

import java.nio.file.Path;

/**
 * A Chromium that has been found and has answered.
 *
 * @param executable a real binary or a wrapper around one
 * @param version its own version line, {@code Chromium 156.0.8078.79}
 */
record Chromium(Path executable, String version) {

  /** Whether it is the build without any windows, which is leaner and knows fewer switches. */
  boolean isHeadlessShell() {
    return executable.getFileName().toString().replace('_', '-').contains("headless-shell");
  }
}
