package dev.waggle.chaos.run;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.process.Cleanup;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.traffic.Traffic;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Links sessions, strikes their nodes at random while messages flow both ways, and looks into the
 * books. Ends by itself and leaves nothing, however it ends.
 */
public final class ChaosRun {

  /** For what is under way at the end: longer than any request may take. */
  private static final Duration GRACE = Duration.ofSeconds(90);

  private static final Duration END_OF_PROCESSES = Duration.ofSeconds(15);

  private final ChaosPlan plan;
  private final RunLog log;

  private ChaosRun(ChaosPlan plan, PrintWriter out) {
    this.plan = plan;
    this.log = new RunLog(out);
  }

  /**
   * Runs it and returns when nothing is left of it. What happens is told as it does. Once sessions
   * are linked there is a report, whatever happens to the cluster.
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
      KeptLogs logs = new KeptLogs(folder, plan.keep(), log);
      cleanup.add(() -> Leftovers.delete(folder));
      cleanup.add(() -> logs.copy(cleanup));
      cleanup.add(() -> Leftovers.killAfter(folder, patience(cleanup)));
      return run(cleanup, folder, logs);
    }
  }

  /** Whoever presses Ctrl-C does not want to wait for browsers that end by themselves. */
  private static Duration patience(Cleanup cleanup) {
    return cleanup.isInterrupted() ? Duration.ZERO : END_OF_PROCESSES;
  }

  private Report run(Cleanup cleanup, Path folder, KeptLogs logs) throws Exception {
    logs.wanted(true);
    try {
      Report report = report(cleanup, folder);
      logs.wanted(!report.holds());
      return report;
    } catch (AssertionError refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  private Report report(Cleanup cleanup, Path folder) throws Exception {
    useOneDriver(folder);
    ChaosCluster cluster =
        cleanup.add(ChaosCluster.start(folder, plan.nodes(), plan.cutOff(), plan.database()));
    BusMember member = BusMember.join(cluster.name(), cluster.port(), cluster.address());
    cleanup.add(() -> leave(member, cleanup));
    LinkedSessions sessions =
        LinkedSessions.link(cluster.apis().get(0), cluster.standIn(), plan.sessions());
    log.say(plan.sessions() + " sessions linked");
    Traffic traffic =
        Traffic.begin(
            sessions.accounts(), sessions.customers(), cluster.apis(), member, plan.between());
    cleanup.add(traffic::abort);
    Evidence evidence = new Evidence(log);
    Strikes strikes =
        new Strikes(plan, cluster, member, sessions.accounts().keySet(), evidence, log);
    strikes.strike();
    log.say("waiting for what is under way");
    evidence.run("the end of the messages", () -> traffic.end(GRACE));
    leaveFirst(member);
    return judge(cluster, folder, sessions, traffic, strikes, evidence);
  }

  /**
   * A member that is left alone in its cluster would complain. What it has heard is in the books,
   * so it proves nothing when it cannot leave in good order.
   */
  private void leaveFirst(BusMember member) {
    try {
      member.close();
    } catch (IllegalStateException inTrouble) {
      log.say("the consumer on the bus could not leave in good order: " + inTrouble.getCause());
    }
  }

  /** Nodes that are killed meanwhile would keep a member from leaving in good order. */
  private static void leave(BusMember member, Cleanup cleanup) {
    if (!cleanup.isInterrupted()) {
      member.close();
    }
  }

  /** Nodes unpack their browser driver, 134 MB, once for all of them. */
  private static void useOneDriver(Path folder) {
    if (System.getProperty("playwright.cli.dir") == null) {
      System.setProperty("playwright.cli.dir", folder.resolve("driver").resolve("1").toString());
    }
  }

  private Report judge(
      ChaosCluster cluster,
      Path folder,
      LinkedSessions sessions,
      Traffic traffic,
      Strikes strikes,
      Evidence evidence) {
    Findings findings = Findings.of(cluster, sessions, traffic, evidence);
    List<String> background =
        evidence.of(
            "the background",
            () -> new Background(cluster, log).of(findings.traffic(), strikes.rounds()),
            List.of());
    cluster.killNodes();
    List<String> left = Leftovers.killAfter(folder, END_OF_PROCESSES);
    traffic.troubles().forEach(evidence::trouble);
    return Report.of(
        new Outcome(
            plan,
            sessions.accounts().keySet(),
            strikes.rounds(),
            findings.traffic(),
            findings.devices(),
            strikes.outages(),
            left,
            evidence.troubles()),
        background);
  }
}
