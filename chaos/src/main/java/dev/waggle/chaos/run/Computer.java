package dev.waggle.chaos.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What a run ran on: figures of times mean little without it. */
final class Computer {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final double GIBIBYTE = 1 << 30;

  private Computer() {}

  /** In one line, with the load of the last minute. */
  static String description() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return String.format(
        Locale.ROOT,
        "%d cores%s, %.0f GiB, %s %s, Java %s, load average %.1f",
        system.getAvailableProcessors(),
        model(),
        system.getTotalMemorySize() / GIBIBYTE,
        system.getName(),
        system.getVersion(),
        Runtime.version().feature(),
        system.getSystemLoadAverage());
  }

  /** The processor's name in brackets; nothing where the system does not tell it. */
  private static String model() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> " (" + line.replaceFirst(".*:\\s*", "") + ")")
          .orElse("");
    } catch (IOException elsewhere) {
      return "";
    }
  }
}
