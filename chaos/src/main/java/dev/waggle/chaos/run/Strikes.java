package dev.waggle.chaos.run;

import dev.waggle.chaos.client.BusMember;
import dev.waggle.chaos.cluster.ChaosCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Strikes again and again until the time is over, or a session does not come back. */
final class Strikes {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MOST_PAUSE_MS = 3_000;

  private final ChaosPlan plan;
  private final Evidence evidence;
  private final RunLog log;
  private final Random random;
  private final Recovery recovery;
  private final Striker striker;
  private final Wholeness wholeness;
  private final Outages histories;
  private final List<Round> rounds = new ArrayList<>();
  private final List<Outage> outages = new ArrayList<>();

  /** Strikes nothing yet; {@code consumer} is a member of the cluster that is never struck. */
  Strikes(
      ChaosPlan plan,
      ChaosCluster cluster,
      BusMember consumer,
      Set<String> sessions,
      Evidence evidence,
      RunLog log) {
    int members = cluster.gateways().size() + cluster.machines().size() + 1;
    this.plan = plan;
    this.wholeness = new Wholeness(consumer::members, members, LIMIT, log);
    this.evidence = evidence;
    this.log = log;
    this.random = new Random(plan.seed());
    this.recovery =
        new Recovery(cluster::sessions, sessions, LIMIT, log, new Diagnosis(cluster, log)::of);
    this.striker = new Striker(cluster, random, recovery, log);
    this.histories = new Outages(cluster.apis());
  }

  /** Returns when it is over; what came of it can be asked then. */
  void strike() {
    evidence.run("the blows", this::strikeInTime);
    if (rounds.stream().anyMatch(round -> !round.isWhole())) {
      log.say("no further blows: not all sessions work again");
    }
  }

  List<Round> rounds() {
    return List.copyOf(rounds);
  }

  List<Outage> outages() {
    return List.copyOf(outages);
  }

  private void strikeInTime() throws InterruptedException {
    long end = System.nanoTime() + plan.blowsFor().toNanos();
    boolean goesOn = isSettled();
    while (goesOn && end - System.nanoTime() > 0) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_PAUSE_MS));
      goesOn = isWholeAfter(striker.strike()) && isSettled();
    }
  }

  private boolean isWholeAfter(Optional<Round> struck) {
    if (struck.isEmpty()) {
      return true;
    }
    Round round = struck.get();
    rounds.add(round);
    outages.addAll(
        evidence.of("how long sessions were away", () -> histories.of(round.hits()), List.of()));
    return round.isWhole();
  }

  /** What a node does when it is back may take a session down too, which is nobody's hit. */
  private boolean isSettled() {
    Recovered settled = recovery.await(List.of());
    if (!settled.isWhole()) {
      rounds.add(new Round(List.of(), List.of(), settled.stuck(), List.of()));
      return false;
    }
    wholeness
        .await()
        .ifPresent(
            trouble -> rounds.add(new Round(List.of(), List.of(), List.of(), List.of(trouble))));
    return true;
  }
}
