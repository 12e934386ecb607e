package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.Blow;
import dev.waggle.chaos.blow.Blows;
import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.cluster.SeenSession;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Strikes once or twice, and waits until all works again and what was struck is back. */
final class Striker {

  private static final double TWICE = 0.25;
  private static final int MOST_BETWEEN_TWO_MS = 3_000;

  private final ChaosCluster cluster;
  private final Blows blows;
  private final Random random;
  private final Recovery recovery;
  private final RunLog log;

  Striker(ChaosCluster cluster, Random random, Recovery recovery, RunLog log) {
    this.cluster = cluster;
    this.blows = new Blows(cluster, random);
    this.random = random;
    this.recovery = recovery;
    this.log = log;
  }

  /** Empty when there was nothing to strike. */
  Optional<Round> strike() throws InterruptedException {
    Map<String, SeenSession> before = cluster.sessions();
    Optional<Blow> first = blows.next(before);
    return first.isPresent() ? Optional.of(strike(first.get(), before)) : Optional.empty();
  }

  private Round strike(Blow first, Map<String, SeenSession> before) throws InterruptedException {
    Landed landed = new Landed(log);
    Optional<Blow> second =
        random.nextDouble() < TWICE ? blows.beside(first, before) : Optional.empty();
    landed.land(first);
    if (second.isPresent()) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_BETWEEN_TWO_MS));
      landed.land(second.get());
    }
    Recovered recovered = recovery.await(landed.hits());
    Round round = new Round(landed.kinds(), recovered.hits(), recovered.stuck(), landed.troubles());
    log.say(round.summary());
    return round;
  }
}
