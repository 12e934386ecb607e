package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.process.Cleanup;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.traffic.Traffic;
import dev.waggle.chaos.traffic.TrafficResult;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Links sessions, strikes their nodes at random while messages flow both ways, and looks into the
 * books. Ends by itself and leaves nothing, however it ends.
 */
public final class ChaosRun {

  /** For what is under way at the end: longer than any request may take. */
  private static final Duration GRACE = Duration.ofSeconds(90);

  private static final Duration END_OF_PROCESSES = Duration.ofSeconds(15);
  private static final int MOST_PAUSE_MS = 3_000;

  private final ChaosPlan plan;
  private final RunLog log;
  private final Random random;

  private ChaosRun(ChaosPlan plan, PrintWriter out) {
    this.plan = plan;
    this.log = new RunLog(out);
    this.random = new Random(plan.seed());
  }

  /**
   * Runs it and returns when nothing is left of it. What happens is told as it does.
   *
   * @throws Exception when the cluster could not be started or the sessions not be linked
   */
  public static Report run(ChaosPlan plan, PrintWriter out) throws Exception {
    return new ChaosRun(plan, out).run();
  }

  private Report run() throws Exception {
    log.say("seed " + plan.seed());
    try (Cleanup cleanup = new Cleanup()) {
      Path folder = Files.createTempDirectory("waggle-chaos-");
      cleanup.add(() -> Leftovers.delete(folder));
      cleanup.add(() -> keepLogs(folder));
      cleanup.add(() -> Leftovers.killAfter(folder, END_OF_PROCESSES));
      useOneDriver(folder);
      ChaosCluster cluster = cleanup.add(ChaosCluster.start(folder, plan.nodes(), plan.cutOff()));
      BusMember member =
          cleanup.add(BusMember.join(cluster.name(), cluster.port(), cluster.address()));
      LinkedSessions sessions =
          LinkedSessions.link(cluster.apis().get(0), cluster.standIn(), plan.sessions());
      log.say(plan.sessions() + " sessions linked");
      Traffic traffic =
          Traffic.begin(
              sessions.accounts(), sessions.customers(), cluster.apis(), member, plan.between());
      cleanup.add(traffic::abort);
      List<Round> rounds = strikeFor(cluster);
      log.say("waiting for what is under way");
      traffic.end(GRACE);
      // A member that is left alone in its cluster would complain.
      member.close();
      return judge(cluster, folder, rounds, traffic);
    }
  }

  /** Nodes unpack their browser driver, 134 MB, once for all of them. */
  private static void useOneDriver(Path folder) {
    if (System.getProperty("playwright.cli.dir") == null) {
      System.setProperty("playwright.cli.dir", folder.resolve("driver").resolve("1").toString());
    }
  }

  private List<Round> strikeFor(ChaosCluster cluster) throws InterruptedException {
    Recovery recovery = new Recovery(cluster, plan.sessions());
    Striker striker = new Striker(cluster, random, recovery, log);
    long end = System.nanoTime() + plan.blowsFor().toNanos();
    List<Round> rounds = new ArrayList<>();
    recovery.await(List.of());
    while (end - System.nanoTime() > 0) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_PAUSE_MS));
      striker.strike().ifPresent(rounds::add);
      if (!rounds.isEmpty() && !rounds.get(rounds.size() - 1).inVain().isEmpty()) {
        log.say("no further blows: not all sessions work again");
        break;
      }
      recovery.await(List.of());
    }
    return rounds;
  }

  private Report judge(ChaosCluster cluster, Path folder, List<Round> rounds, Traffic traffic)
      throws Exception {
    TrafficResult result = traffic.result();
    JsonObject books = cluster.standIn().books();
    List<String> background = new Background(cluster, log).of(result, rounds);
    List<Duration> drained = new Outages(cluster.apis().get(0)).of(BlowKind.DRAIN, rounds);
    cluster.killNodes();
    List<String> left = Leftovers.killAfter(folder, END_OF_PROCESSES);
    return Report.of(new Outcome(plan, rounds, result, books, drained, left), background);
  }

  private void keepLogs(Path folder) throws java.io.IOException {
    if (plan.keep().isPresent()) {
      KeptLogs.copy(folder, plan.keep().get());
    }
  }
}
