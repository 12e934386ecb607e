package dev.waggle.chaos.scale;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.process.Cleanup;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.scale.ScaleReport.Window;
import dev.waggle.chaos.scale.Workings.Working;
import dev.waggle.contract.Addresses;
import dev.waggle.contract.SessionClient;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Starts thousands of sessions on three JVMs, then kills one of them. */
public final class ScaleRun {

  private static final int NODES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final double NANOS_IN_A_MS = 1e6;

  private final int sessions;
  private final PrintWriter out;
  private final Workings workings = new Workings();

  private ScaleRun(int sessions, PrintWriter out) {
    this.sessions = sessions;
    this.out = out;
  }

  /** Runs it in a temporary folder, which is gone afterwards, as are its JVMs. */
  public static ScaleReport run(int sessions, int window, PrintWriter out) throws Exception {
    try (Cleanup cleanup = new Cleanup()) {
      Path folder = Files.createTempDirectory("waggle-scale-");
      cleanup.add(() -> Leftovers.delete(folder));
      cleanup.add(() -> Leftovers.killAfter(folder, Duration.ZERO));
      return run(folder, sessions, window, out);
    }
  }

  /**
   * Runs it and returns when its JVMs are gone.
   *
   * @param folder for all that it writes; the caller's to remove
   * @param window how many starts make one line of the table
   * @param out told what is being done
   */
  public static ScaleReport run(Path folder, int sessions, int window, PrintWriter out)
      throws Exception {
    ScaleRun run = new ScaleRun(sessions, out);
    try (ScaleCluster cluster = ScaleCluster.start(folder, NODES, sessions);
        BusMember member = BusMember.join(cluster.name(), cluster.port())) {
      member.listen(Addresses.EVENTS, run.workings::heard);
      SessionClient client = new SessionClient(member.vertx());
      List<Window> windows = run.start(client, window);
      run.awaitWorking();
      return run.strike(cluster, windows);
    }
  }

  private List<Window> start(SessionClient client, int size) throws InterruptedException {
    Starts starts = new Starts(client);
    List<Window> windows = new ArrayList<>();
    for (int from = 0; from < sessions; from += size) {
      int count = Math.min(size, sessions - from);
      long begun = System.nanoTime();
      List<Long> times = starts.start(from, count).stream().sorted().toList();
      double seconds = (System.nanoTime() - begun) / 1e9;
      windows.add(new Window(from + count, at(times, 0.5), at(times, 0.95), count / seconds));
      tell("started " + windows.get(windows.size() - 1));
    }
    return windows;
  }

  private void awaitWorking() {
    Awaitility.await("all sessions working")
        .atMost(PATIENCE)
        .until(() -> workings.count() == sessions);
  }

  private ScaleReport strike(ScaleCluster cluster, List<Window> windows) {
    Map<String, Working> before = workings.all();
    Map<String, Long> placed = byNode(before);
    long killed = System.nanoTime();
    String dead = cluster.killOne();
    List<String> orphans =
        before.keySet().stream().filter(name -> before.get(name).node().equals(dead)).toList();
    tell(dead + " killed, which had " + orphans.size() + " sessions");
    awaitMoved(orphans, dead);
    Map<String, Working> after = workings.all();
    List<Duration> times =
        orphans.stream()
            .map(after::get)
            .filter(working -> !working.node().equals(dead))
            .map(working -> Duration.ofNanos(working.nanos() - killed))
            .sorted()
            .toList();
    return new ScaleReport(
        windows,
        placed,
        orphans.size(),
        orphans.size() - times.size(),
        times.isEmpty() ? PATIENCE : times.get(0),
        times.isEmpty() ? PATIENCE : times.get(times.size() - 1),
        byNode(after));
  }

  private void awaitMoved(List<String> orphans, String dead) {
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> {
                Map<String, Working> now = workings.all();
                return orphans.stream().noneMatch(name -> now.get(name).node().equals(dead));
              });
    } catch (ConditionTimeoutException inVain) {
      // The report counts those that did not move.
    }
  }

  private static Map<String, Long> byNode(Map<String, Working> workings) {
    return workings.values().stream()
        .collect(Collectors.groupingBy(Working::node, TreeMap::new, Collectors.counting()));
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / NANOS_IN_A_MS;
  }

  private void tell(String text) {
    out.println(text);
    out.flush();
  }
}
