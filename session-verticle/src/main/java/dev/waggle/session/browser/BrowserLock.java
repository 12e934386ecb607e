package dev.waggle.session.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Full Chromium's own lock on a profile: a link to nowhere that names a host and a process. It says
 * who had the profile last and protects nobody: the process may be gone, its number another
 * program's by now, and a host that has lost its disk or its lease never takes it back.
 */
record BrowserLock(String host, long process) {

  private static final Pattern TARGET = Pattern.compile("(.*)-(\\d{1,18})");
  private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

  /** The lock on a profile; empty when there is none, or none that names anybody. Blocks. */
  static Optional<BrowserLock> on(Path link) throws IOException {
    if (!Files.isSymbolicLink(link)) {
      return Optional.empty();
    }
    Matcher target = TARGET.matcher(Files.readSymbolicLink(link).toString());
    return target.matches()
        ? Optional.of(new BrowserLock(target.group(1), Long.parseLong(target.group(2))))
        : Optional.empty();
  }

  /** Whose it is, given that no process of this host runs on the profile. */
  String holder() {
    if (!host.equals(hostName())) {
      return "another host";
    }
    return ProcessHandle.of(process).filter(ProfileProcesses::runs).isPresent()
        ? "another program"
        : "a process that is gone";
  }

  private static String hostName() {
    try {
      return Files.readString(HOST_NAME).strip();
    } catch (IOException notLinux) {
      return "";
    }
  }
}
