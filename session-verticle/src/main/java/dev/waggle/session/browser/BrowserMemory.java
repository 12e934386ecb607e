package dev.waggle.session.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory browsers hold: the proportional share (PSS), summed over all processes of a
 * browser, so that what they share is counted once. One look at the machine's processes serves all
 * browsers. Known on Linux alone. Every method blocks.
 */
final class BrowserMemory {

  private static final Path PROC = Path.of("/proc");
  private static final long KIB = 1024;

  /** Walks the page tables, so it takes a millisecond or a few. */
  private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

  /** What is not shared; anyone may read it, while the share of a sandboxed process is root's. */
  private static final Pattern OWN = Pattern.compile("(?m)^RssAnon:\\s+(\\d+) kB$");

  private BrowserMemory() {}

  /** Whether this system tells. */
  static boolean isKnown() {
    return memoryOf(ProcessHandle.current()).isPresent();
  }

  /** Bytes by profile; a profile on which nothing runs is left out. */
  static Map<Path, Long> of(Collection<Path> profiles) {
    Set<Path> wanted = new HashSet<>(profiles);
    Map<Path, Long> sizes = new HashMap<>();
    ProcessHandle.allProcesses()
        .forEach(
            process ->
                profileOf(process)
                    .filter(wanted::contains)
                    .ifPresent(
                        profile ->
                            memoryOf(process)
                                .ifPresent(size -> sizes.merge(profile, size, Long::sum))));
    return sizes;
  }

  /** Named on the command line of the process, or of the one that it comes from. */
  private static Optional<Path> profileOf(ProcessHandle process) {
    Optional<Path> own = ProfileProcesses.profileOf(process);
    return own.isPresent() ? own : process.parent().flatMap(BrowserMemory::profileOf);
  }

  private static OptionalLong memoryOf(ProcessHandle process) {
    Path folder = PROC.resolve(Long.toString(process.pid()));
    OptionalLong share = kibibytes(folder.resolve("smaps_rollup"), SHARE);
    return share.isPresent() ? share : kibibytes(folder.resolve("status"), OWN);
  }

  private static OptionalLong kibibytes(Path file, Pattern line) {
    try {
      Matcher matcher = line.matcher(Files.readString(file));
      return matcher.find()
          ? OptionalLong.of(Long.parseLong(matcher.group(1)) * KIB)
          : OptionalLong.empty();
    } catch (IOException goneOrForbidden) {
      return OptionalLong.empty();
    }
  }
}
