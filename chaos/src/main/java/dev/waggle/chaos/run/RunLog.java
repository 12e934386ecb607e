package dev.waggle.chaos.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What happened when, told as it happens and kept for the report. */
final class RunLog {

  /** One line, at a moment. */
  record Entry(Instant at, String text) {}

  private final PrintWriter out;
  private final Instant begun = Instant.now();
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  RunLog(PrintWriter out) {
    this.out = out;
  }

  void say(String text) {
    Entry entry = new Entry(Instant.now(), text);
    entries.add(entry);
    out.println(line(entry));
    out.flush();
  }

  /** What had been said last before a moment. */
  String lastBefore(Instant moment) {
    return entries.stream()
        .filter(entry -> entry.at().isBefore(moment))
        .reduce((earlier, later) -> later)
        .map(this::line)
        .orElse("nothing yet");
  }

  private String line(Entry entry) {
    double seconds = Duration.between(begun, entry.at()).toMillis() / 1000.0;
    return "%7.1f s  %s".formatted(seconds, entry.text());
  }
}
