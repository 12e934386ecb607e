package dev.waggle.session.node;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the machine has, and what of it is in use. Reads the kernel's files: no event loop's work.
 */
final class Machine {

  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Machine() {}

  /** Bytes that it could still give to browsers. */
  static long availableMemory() {
    try {
      Matcher matcher = AVAILABLE.matcher(Files.readString(MEMINFO));
      return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : SYSTEM.getFreeMemorySize();
    } catch (IOException notLinux) {
      // Does not count what caches would give back.
      return SYSTEM.getFreeMemorySize();
    }
  }

  /** Bytes that it has, at least those that are available. */
  static long totalMemory() {
    return SYSTEM.getTotalMemorySize();
  }

  /** Share of its processors that was busy since this was last asked, 0 to 1; 0 when unknown. */
  static double cpuLoad() {
    double load = SYSTEM.getCpuLoad();
    return load >= 0 ? Math.min(1, Math.round(load * 1000) / 1000.0) : 0;
  }
}
