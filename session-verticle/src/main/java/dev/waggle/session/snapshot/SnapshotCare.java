package dev.waggle.session.snapshot;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.meter.SessionMeters;
import dev.waggle.session.meter.SnapshotKind;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.snapshot.Snapshots.Arrival;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When snapshots of one session's profile are taken: at once when its device is linked, then soon
 * after every change, and once more when its browser has closed. Does nothing on a node that keeps
 * profiles to itself. To be used on the session's context.
 */
public final class SnapshotCare {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotCare.class);
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final Optional<Snapshots> snapshots;
  private final Ownership owner;
  private final long intervalMillis;
  private final SessionMeters meters;

  private boolean hasArrived;
  private SnapshotSeries series;
  private Future<Boolean> taking = Future.succeededFuture(false);
  private long timer = NO_TIMER;
  private Path followed;

  /**
   * Care that has not begun.
   *
   * @param snapshots empty when profiles stay where they are
   * @param interval how often a followed profile is looked at
   */
  public SnapshotCare(
      Vertx vertx,
      Optional<Snapshots> snapshots,
      Ownership owner,
      Duration interval,
      SessionMeters meters) {
    this.vertx = vertx;
    this.snapshots = snapshots;
    this.owner = owner;
    this.intervalMillis = interval.toMillis();
    this.meters = meters;
  }

  /** See {@link Snapshots#arrive}; a profile that stays where it is is left as it is. */
  public Future<Arrival> arrive(Path profile) {
    if (hasArrived || snapshots.isEmpty()) {
      return Future.succeededFuture(Arrival.STAYED);
    }
    long begin = System.nanoTime();
    return snapshots
        .get()
        .arrive(owner, profile)
        .onFailure(failed -> count(SnapshotKind.FAILED, begin))
        .onSuccess(
            arrived -> {
              if (arrived == Arrival.RESTORED) {
                count(SnapshotKind.RESTORED, begin);
              }
              hasArrived = true;
              // One for all the time of an owner: it counts its snapshots.
              series = series == null ? snapshots.get().series(owner) : series;
            });
  }

  /** Whether this node takes snapshots at all. */
  public boolean areTaken() {
    return snapshots.isPresent();
  }

  /** Has the next {@link #arrive} look for snapshots again: the profile is there no more. */
  public void arriveAgain() {
    rest();
    hasArrived = false;
  }

  /**
   * Takes a snapshot now, and others when the profile changes; may be repeated. Done when that
   * first one is kept, or has failed.
   */
  public Future<Void> follow(Path profile) {
    if (series == null) {
      return Future.succeededFuture();
    }
    rest();
    followed = profile;
    return look().mapEmpty();
  }

  /** Looks at a followed profile before its time. */
  public void lookNow() {
    if (followed != null) {
      follow(followed);
    }
  }

  /** Follows no more. */
  public void rest() {
    followed = null;
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }

  /**
   * Takes the last snapshot of a followed profile, whose browser has closed. Never fails: what is
   * lost is what changed since the one before.
   */
  public Future<Void> depart(Path profile) {
    boolean worthIt = followed != null;
    rest();
    return worthIt ? take(profile).mapEmpty() : Future.succeededFuture();
  }

  /** Removes every snapshot: the device is linked no more. Never fails. */
  public Future<Void> forget() {
    rest();
    return snapshots
        .map(
            all ->
                taking
                    .compose(taken -> all.delete(owner.session()))
                    .onFailure(this::warn)
                    .otherwiseEmpty())
        .orElseGet(Future::succeededFuture);
  }

  private Future<Boolean> look() {
    return take(followed).onComplete(taken -> lookAgain());
  }

  private void lookAgain() {
    if (followed != null && timer == NO_TIMER) {
      timer =
          vertx.setTimer(
              intervalMillis,
              fired -> {
                timer = NO_TIMER;
                if (followed != null) {
                  look();
                }
              });
    }
  }

  /** One after the other, because each builds upon the one before. */
  private Future<Boolean> take(Path profile) {
    taking =
        taking.compose(before -> takeTimed(profile)).onFailure(this::onFailure).otherwise(false);
    return taking;
  }

  private Future<Boolean> takeTimed(Path profile) {
    long begin = System.nanoTime();
    return series
        .take(profile)
        .onFailure(failed -> count(SnapshotKind.FAILED, begin))
        .onSuccess(
            news -> {
              if (news) {
                count(SnapshotKind.TAKEN, begin);
              }
            });
  }

  private void count(SnapshotKind kind, long beginNanos) {
    meters.snapshot(kind, Duration.ofNanos(System.nanoTime() - beginNanos));
  }

  /** An owner of the past learns it here too, but whoever asks its lease learns it first. */
  private void onFailure(Throwable failure) {
    if (failure instanceof WaggleException known && known.code() == ErrorCode.OWNER_UNAVAILABLE) {
      rest();
    }
    warn(failure);
  }

  private void warn(Throwable failure) {
    LOG.warn(
        "event=snapshot-failed session={} generation={} cause=\"{}\"",
        owner.session(),
        owner.generation(),
        FailureLine.of(failure));
  }
}
