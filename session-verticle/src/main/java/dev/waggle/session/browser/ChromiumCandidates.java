package dev.waggle.session.browser;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where Chromium usually is, best first. */
final class ChromiumCandidates {

  /** Real binaries first: a distribution's wrapper may stay between us and the process. */
  private static final List<String> SHELL_FILES =
      List.of(
          "/usr/lib/chromium/chromium-headless-shell",
          "/usr/lib/chromium/headless_shell",
          "/usr/lib64/chromium-browser/headless_shell",
          "/usr/lib/chromium-browser/headless_shell");

  private static final List<String> SHELL_NAMES =
      List.of("chromium-headless-shell", "chrome-headless-shell", "headless_shell");

  private static final List<String> FULL_FILES =
      List.of(
          "/usr/lib/chromium/chromium",
          "/usr/lib64/chromium-browser/chromium-browser",
          "/usr/lib/chromium-browser/chromium-browser",
          "/opt/google/chrome/chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private static final List<String> FULL_NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  private ChromiumCandidates() {}

  /**
   * The files to try, in order.
   *
   * @param headlessShell whether the headless shell comes before full Chromium
   * @param path the folders of programs, as in {@code $PATH}; may be null
   */
  static List<Path> of(boolean headlessShell, String path) {
    List<Path> shell = files(SHELL_FILES, SHELL_NAMES, path);
    List<Path> full = files(FULL_FILES, FULL_NAMES, path);
    return (headlessShell ? Stream.of(shell, full) : Stream.of(full, shell))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Path> files(List<String> files, List<String> names, String path) {
    Stream<Path> onPath =
        names.stream().flatMap(name -> folders(path).map(folder -> folder.resolve(name)));
    return Stream.concat(files.stream().map(Path::of), onPath).toList();
  }

  private static Stream<Path> folders(String path) {
    return path == null
        ? Stream.empty()
        : Arrays.stream(path.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .map(Path::of);
  }
}
