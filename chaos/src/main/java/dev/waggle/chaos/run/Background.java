package dev.waggle.chaos.run;

import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.cluster.Machine;
import dev.waggle.chaos.traffic.ChatResult;
import dev.waggle.chaos.traffic.Incoming;
import dev.waggle.chaos.traffic.TrafficResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What helps to understand a failure: what was going on, what nodes logged of the session. */
final class Background {

  private static final int MOST_SESSIONS = 3;
  private static final int MOST_MESSAGES = 20;
  private static final int MOST_LINES = 25;

  private final ChaosCluster cluster;
  private final RunLog log;

  Background(ChaosCluster cluster, RunLog log) {
    this.cluster = cluster;
    this.log = log;
  }

  /** To be asked before the nodes' folders are gone. */
  List<String> of(TrafficResult traffic, List<Round> rounds) {
    List<String> lines = new ArrayList<>();
    traffic.unheard().stream().limit(MOST_MESSAGES).forEach(lost -> lines.add(moment(lost)));
    cluster.sessions().values().forEach(session -> lines.add("now: " + session));
    for (String session : troubled(traffic, rounds).stream().limit(MOST_SESSIONS).toList()) {
      lines.addAll(history(session));
      cluster.machines().forEach(machine -> lines.addAll(logged(machine, session)));
    }
    return lines;
  }

  private String moment(Incoming lost) {
    return "before " + lost.text() + " was written: " + log.lastBefore(lost.written());
  }

  private static Set<String> troubled(TrafficResult traffic, List<Round> rounds) {
    Set<String> sessions = new TreeSet<>();
    rounds.forEach(round -> round.inVain().forEach(hit -> sessions.add(hit.session())));
    traffic.unheard().forEach(lost -> sessions.add(lost.session()));
    traffic.chats().stream()
        .filter(chat -> !(chat.lost().isEmpty() && chat.doubled().isEmpty()))
        .map(ChatResult::session)
        .forEach(sessions::add);
    return sessions;
  }

  private List<String> history(String session) {
    String path = "/api/sessions/" + session + "/history";
    try {
      return List.of(
          "history of " + session + ": " + cluster.apis().get(0).http().get(path).text());
    } catch (UncheckedIOException silent) {
      return List.of("no history of " + session + ": " + silent.getMessage());
    }
  }

  private static List<String> logged(Machine machine, String session) {
    List<String> lines = new ArrayList<>();
    for (Path file : machine.logs()) {
      List<String> of = linesOf(file, "session=" + session);
      lines.add(file.getFileName() + " on " + session + ", the last of " + of.size() + " lines:");
      of.stream().skip(Math.max(0, of.size() - MOST_LINES)).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static List<String> linesOf(Path file, String mark) {
    try {
      return Files.readAllLines(file).stream().filter(line -> line.contains(mark)).toList();
    } catch (IOException unreadable) {
      return List.of(unreadable.toString());
    }
  }
}
