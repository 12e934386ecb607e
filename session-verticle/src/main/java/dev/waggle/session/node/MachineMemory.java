package dev.waggle.session.node;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory the machine could still give to browsers. */
final class MachineMemory {

  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

  private MachineMemory() {}

  /** Bytes. Reads a file of the kernel, so not on an event loop. */
  static long available() {
    try {
      Matcher matcher = AVAILABLE.matcher(Files.readString(MEMINFO));
      return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : free();
    } catch (IOException notLinux) {
      return free();
    }
  }

  /** Does not count what caches would give back. */
  private static long free() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
  }
}
