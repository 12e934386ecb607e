package dev.waggle.chaos.blow;

import dev.waggle.chaos.process.CommandLines;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a session node's JVM has started, as the system's process table shows it. */
final class BrowserProcesses {

  private static final Pattern PROFILE = Pattern.compile("--user-data-dir=\\S*/profiles/(\\S+)");
  private static final String TYPE = "--type=";

  private final List<ProcessHandle> all;

  private BrowserProcesses(List<ProcessHandle> all) {
    this.all = all;
  }

  static BrowserProcesses of(ProcessHandle jvm) {
    return new BrowserProcesses(
        jvm.descendants().sorted(Comparator.comparing(ProcessHandle::pid)).toList());
  }

  /** The browser of a session. */
  Optional<ProcessHandle> browser(String session) {
    return first(all, line -> !line.contains(TYPE) && session.equals(session(line)));
  }

  /** What renders the page of a session. */
  Optional<ProcessHandle> renderer(String session) {
    return browser(session)
        .flatMap(
            browser ->
                first(browser.descendants().toList(), line -> line.contains(TYPE + "renderer")));
  }

  /** The driver of a session's browser. */
  Optional<ProcessHandle> driver(String session) {
    return browser(session).flatMap(ProcessHandle::parent);
  }

  /** The sessions whose browsers a driver has started. */
  static Set<String> sessionsOf(ProcessHandle driver) {
    Set<String> sessions = new TreeSet<>();
    driver
        .children()
        .map(CommandLines::of)
        .map(BrowserProcesses::session)
        .filter(name -> !name.isEmpty())
        .forEach(sessions::add);
    return sessions;
  }

  private static Optional<ProcessHandle> first(
      List<ProcessHandle> processes, Predicate<String> commandLine) {
    return processes.stream()
        .filter(process -> commandLine.test(CommandLines.of(process)))
        .findFirst();
  }

  private static String session(String line) {
    Matcher profile = PROFILE.matcher(line);
    return profile.find() ? profile.group(1) : "";
  }
}
