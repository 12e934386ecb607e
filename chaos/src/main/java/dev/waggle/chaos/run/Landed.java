package dev.waggle.chaos.run;

import dev.waggle.chaos.blow.Blow;
import dev.waggle.chaos.blow.BlowKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The blows of one round as they land, each of which is mended when its time has come. */
final class Landed {

  /** A node's end and its start take less, even on a busy machine. */
  private static final long MEND_SECONDS = 300;

  private final RunLog log;
  private final List<BlowKind> kinds = new ArrayList<>();
  private final List<Hit> hits = new ArrayList<>();
  private final List<CompletableFuture<String>> mended = new ArrayList<>();

  Landed(RunLog log) {
    this.log = log;
  }

  /** Strikes; a blow whose target has gone by itself is none. */
  void land(Blow blow) {
    log.say(blow.kind() + " " + blow.machine() + ", which has " + blow.sessions());
    Instant struck = Instant.now();
    try {
      if (!blow.strike()) {
        log.say("nothing was struck: it was gone already");
        return;
      }
    } catch (RuntimeException | AssertionError refused) {
      mended.add(CompletableFuture.completedFuture(trouble(blow, refused)));
      return;
    }
    kinds.add(blow.kind());
    // A session that two blows take down is the first one's.
    blow.sessions().stream()
        .filter(session -> hits.stream().noneMatch(hit -> hit.session().equals(session)))
        .forEach(session -> hits.add(Hit.of(blow.kind(), session, struck)));
    mended.add(CompletableFuture.supplyAsync(() -> mend(blow), later(blow)));
  }

  List<BlowKind> kinds() {
    return List.copyOf(kinds);
  }

  List<Hit> hits() {
    return List.copyOf(hits);
  }

  /** Waits until all is mended; what went wrong with it, in words. */
  List<String> troubles() {
    return mended.stream()
        .map(each -> each.completeOnTimeout("not mended in time", MEND_SECONDS, TimeUnit.SECONDS))
        .map(CompletableFuture::join)
        .filter(trouble -> !trouble.isEmpty())
        .toList();
  }

  private static Executor later(Blow blow) {
    return CompletableFuture.delayedExecutor(
        blow.lasts().toMillis(),
        TimeUnit.MILLISECONDS,
        work -> {
          Thread thread = new Thread(work, "chaos-mend-" + blow.machine());
          thread.setDaemon(true);
          thread.start();
        });
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
      return trouble(blow, e);
    }
  }

  private String trouble(Blow blow, Throwable why) {
    String text = blow.kind() + " " + blow.machine() + ": " + why.getMessage();
    log.say("TROUBLE " + text);
    return text;
  }
}
