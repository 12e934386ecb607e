package dev.waggle.simulator.page;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine's Chromium is. */
final class Chromium {

  private static final List<String> PLACES =
      List.of(
          "/usr/lib/chromium/chromium-headless-shell",
          "/usr/lib/chromium/headless_shell",
          "/usr/lib/chromium/chromium",
          "/usr/bin/chromium",
          "/usr/bin/google-chrome");

  private Chromium() {}

  /** Named by {@code WAGGLE_CHROMIUM}, or in one of the usual places. */
  static Path find() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("WAGGLE_CHROMIUM")).stream(), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Install Chromium, or name it by WAGGLE_CHROMIUM."));
  }

  /** What it must be told: as root it has no sandbox. */
  static List<String> arguments() {
    return System.getProperty("user.name").equals("root") ? List.of("--no-sandbox") : List.of();
  }
}
