package dev.waggle.session.lifecycle;

import dev.waggle.session.log.FailureLine;
import dev.waggle.session.page.OwnerLease;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.profile.ProfileFolders;
import dev.waggle.session.profile.ProfileLock;
import dev.waggle.session.registry.Ownership;
import dev.waggle.session.snapshot.SnapshotCare;
import dev.waggle.session.snapshot.Snapshots.Arrival;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one page of a session, and the lock on its profile. There is never a second page: the next is
 * opened only when the one before has gone, even if that was still being opened. Events of a page
 * that was told to close go nowhere.
 */
final class PageSlot {

  private static final Logger LOG = LoggerFactory.getLogger(PageSlot.class);
  private static final Future<WhatsAppPage> NO_PAGE = Future.failedFuture("no page");

  private final Ownership ownership;
  private final OwnerLease lease;
  private final WhatsAppPages pages;
  private final ProfileFolders profiles;
  private final SnapshotCare snapshots;
  private final Supplier<Future<Void>> passedOn;

  private Future<ProfileLock> lock;
  private Future<Void> givenBack = Future.succeededFuture();
  private Future<WhatsAppPage> opened = NO_PAGE;
  private Promise<Void> calledOff = Promise.promise();
  private Future<Void> closed = Future.succeededFuture();
  private int epoch;

  /**
   * A slot without a page.
   *
   * @param passedOn done when all that was published so far has left this process
   */
  PageSlot(
      Ownership ownership,
      OwnerLease lease,
      WhatsAppPages pages,
      ProfileFolders profiles,
      SnapshotCare snapshots,
      Supplier<Future<Void>> passedOn) {
    this.ownership = ownership;
    this.lease = lease;
    this.pages = pages;
    this.profiles = profiles;
    this.snapshots = snapshots;
    this.passedOn = passedOn;
  }

  /**
   * Takes the lock, unless it is held, and brings the newest profile there is. Fails with
   * WRONG_STATE while somebody else has the lock, and as {@link SnapshotCare#arrive} does.
   */
  Future<ProfileLock> lock() {
    if (lock == null || lock.failed()) {
      lock =
          givenBack
              .compose(before -> profiles.lock(ownership.session()))
              .compose(this::bringProfile);
    }
    return lock;
  }

  private Future<ProfileLock> bringProfile(ProfileLock held) {
    return snapshots
        .arrive(held.folder())
        .compose(arrival -> settle(held, arrival))
        .map(held)
        .recover(
            failure ->
                forgoBrowser()
                    .compose(gone -> profiles.unlock(held))
                    .transform(free -> Future.failedFuture(failure)));
  }

  /** A browser that was started ahead on an older profile may have looked at that. */
  private Future<Void> settle(ProfileLock held, Arrival arrival) {
    boolean replaced = arrival != Arrival.STAYED && !held.isFresh();
    if (arrival == Arrival.RESTORED) {
      held.filled();
    }
    return replaced ? forgoBrowser() : Future.succeededFuture();
  }

  /** Before a profile goes, nothing may run on it. */
  private Future<Void> forgoBrowser() {
    return pages.forgo(ownership.session());
  }

  /**
   * The device is linked: what happens to its profile from now on must outlive this machine. Done
   * when what there is now does, or cannot. Never fails.
   */
  Future<Void> keepProfile() {
    return lock != null && lock.succeeded()
        ? snapshots.follow(lock.result().folder())
        : Future.succeededFuture();
  }

  /** Something in the profile has changed that should outlive this machine soon. */
  void profileChanged() {
    snapshots.lookNow();
  }

  /** The session is somebody else's now, and so are its snapshots. */
  void keepProfileNoMore() {
    snapshots.rest();
  }

  /** Opens a page on the locked profile, once the one before is gone. */
  Future<WhatsAppPage> open(ProfileLock locked, Handler<PageEvent> events) {
    int mine = ++epoch;
    calledOff = Promise.promise();
    PageRequest request =
        new PageRequest(
            ownership.session(),
            locked.folder(),
            ownership.generation(),
            lease,
            calledOff.future(),
            () -> passedOnIfCurrent(mine));
    opened =
        closed.compose(
            gone ->
                mine == epoch
                    ? pages.open(request, event -> passIfCurrent(mine, event, events))
                    : NO_PAGE);
    return opened;
  }

  private void passIfCurrent(int mine, PageEvent event, Handler<PageEvent> events) {
    if (mine == epoch) {
      events.handle(event);
    }
  }

  /** What a page told after it was to close went nowhere, so the server must not hear of it. */
  private Future<Void> passedOnIfCurrent(int mine) {
    return mine == epoch ? passedOn.get() : Promise.<Void>promise().future();
  }

  /** The page, if one is open. */
  Optional<WhatsAppPage> page() {
    return opened.succeeded() ? Optional.of(opened.result()) : Optional.empty();
  }

  /**
   * Closes the page, and a browser that was started ahead for it; calls it off when it is still
   * being opened. Never fails; may be repeated.
   */
  Future<Void> close() {
    epoch++;
    calledOff.tryComplete();
    Future<WhatsAppPage> last = opened;
    opened = NO_PAGE;
    closed =
        closed
            .compose(before -> last.compose(WhatsAppPage::close).otherwiseEmpty())
            .compose(gone -> forgoBrowser());
    return closed;
  }

  /**
   * Erases the profile with its snapshots and gives the lock back. Never fails; what went wrong is
   * logged.
   */
  Future<Void> eraseProfile() {
    return snapshots.forget().compose(forgotten -> giveBack(profiles::erase));
  }

  /** Whether there may be something to take in a damaged profile's place. */
  boolean keepsSnapshots() {
    return snapshots.areTaken();
  }

  /**
   * As {@link #setProfileAside}, and the next lock brings the newest snapshot that can be opened.
   */
  Future<Void> exchangeProfile() {
    snapshots.arriveAgain();
    return giveBack(profiles::setAside);
  }

  /**
   * Keeps the profile for its operator, out of the way; its snapshots stay until there is a new
   * link to be taken. Never fails; what went wrong is logged.
   */
  Future<Void> setProfileAside() {
    snapshots.rest();
    return giveBack(profiles::setAside);
  }

  /**
   * Takes a last snapshot of a profile that is kept, and gives the lock back. Never fails; what
   * went wrong is logged.
   */
  Future<Void> unlock() {
    return giveBack(
        held -> snapshots.depart(held.folder()).compose(taken -> profiles.unlock(held)));
  }

  private Future<Void> giveBack(Function<ProfileLock, Future<Void>> how) {
    if (lock != null) {
      Future<ProfileLock> mine = lock;
      lock = null;
      // A lock that could not be had need not be given back.
      givenBack =
          mine.otherwiseEmpty()
              .compose(held -> held == null ? Future.succeededFuture() : how.apply(held))
              .onFailure(this::logKept)
              .otherwiseEmpty();
    }
    return givenBack;
  }

  private void logKept(Throwable failure) {
    LOG.error(
        "event=profile-kept session={} cause=\"{}\"", ownership.session(), FailureLine.of(failure));
  }
}
