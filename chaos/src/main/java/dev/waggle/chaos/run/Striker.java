package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.Blow;
import dev.waggle.chaos.blow.BlowKind;
import dev.waggle.chaos.blow.Blows;
import dev.waggle.chaos.cluster.ChaosCluster;
import dev.waggle.chaos.cluster.SeenSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Strikes once or twice, and waits until all works again and what was struck is back. */
final class Striker {

  private static final long MEND_SECONDS = 200;
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

  /** Empty when the blow whose turn it was found nothing to strike. */
  Optional<Round> strike() throws InterruptedException {
    Map<String, SeenSession> before = cluster.sessions();
    Optional<Blow> first = blows.next(before);
    return first.isPresent() ? Optional.of(strike(first.get(), before)) : Optional.empty();
  }

  private Round strike(Blow first, Map<String, SeenSession> before) throws InterruptedException {
    List<Hit> hits = new ArrayList<>();
    List<BlowKind> kinds = new ArrayList<>();
    List<CompletableFuture<String>> mended = new ArrayList<>();
    Optional<Blow> second =
        random.nextDouble() < TWICE ? blows.beside(first, before) : Optional.empty();
    land(first, kinds, hits, mended);
    if (second.isPresent()) {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_BETWEEN_TWO_MS));
      land(second.get(), kinds, hits, mended);
    }
    List<Hit> judged = recovery.await(hits);
    Round round = new Round(kinds, judged, troubles(mended));
    log.say(round.summary());
    return round;
  }

  private void land(
      Blow blow, List<BlowKind> kinds, List<Hit> hits, List<CompletableFuture<String>> mended) {
    log.say(blow.kind() + " " + blow.machine() + ", which has " + blow.sessions());
    Instant struck = Instant.now();
    blow.strike();
    kinds.add(blow.kind());
    // A session that two blows take down is the first one's.
    blow.sessions().stream()
        .filter(session -> hits.stream().noneMatch(hit -> hit.session().equals(session)))
        .forEach(session -> hits.add(Hit.of(blow.kind(), session, struck)));
    mended.add(CompletableFuture.supplyAsync(() -> mend(blow), later(blow)));
  }

  private static java.util.concurrent.Executor later(Blow blow) {
    return CompletableFuture.delayedExecutor(
        blow.lasts().toMillis(),
        TimeUnit.MILLISECONDS,
        work -> new Thread(work, "chaos-mend-" + blow.machine()).start());
  }

  /** What went wrong, in words; empty when nothing did. */
  private String mend(Blow blow) {
    try {
      blow.mend();
      if (blow.kind().isOfNode()) {
        log.say(blow.machine() + " is back");
      }
      return "";
    } catch (RuntimeException | AssertionError e) {
      return blow.kind() + " " + blow.machine() + ": " + e.getMessage();
    }
  }

  private static List<String> troubles(List<CompletableFuture<String>> mended) {
    return mended.stream()
        .map(each -> each.completeOnTimeout("not mended in time", MEND_SECONDS, TimeUnit.SECONDS))
        .map(CompletableFuture::join)
        .filter(trouble -> !trouble.isEmpty())
        .toList();
  }
}
