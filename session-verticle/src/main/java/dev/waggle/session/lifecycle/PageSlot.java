package dev.waggle.session.lifecycle;

import dev.waggle.session.log.FailureLine;
import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageRequest;
import dev.waggle.session.page.WhatsAppPage;
import dev.waggle.session.page.WhatsAppPages;
import dev.waggle.session.profile.ProfileFolders;
import dev.waggle.session.profile.ProfileLock;
import dev.waggle.session.registry.Ownership;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import java.util.Optional;
import java.util.function.Function;
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
  private final WhatsAppPages pages;
  private final ProfileFolders profiles;

  private Future<ProfileLock> lock;
  private Future<WhatsAppPage> opened = NO_PAGE;
  private Future<Void> closed = Future.succeededFuture();
  private int epoch;

  PageSlot(Ownership ownership, WhatsAppPages pages, ProfileFolders profiles) {
    this.ownership = ownership;
    this.pages = pages;
    this.profiles = profiles;
  }

  /** Takes the lock, unless it is held. Fails with WRONG_STATE while somebody else has it. */
  Future<ProfileLock> lock() {
    if (lock == null || lock.failed()) {
      lock = profiles.lock(ownership.session());
    }
    return lock;
  }

  /** Opens a page on the locked profile, once the one before is gone. */
  Future<WhatsAppPage> open(ProfileLock locked, Handler<PageEvent> events) {
    int mine = ++epoch;
    PageRequest request =
        new PageRequest(ownership.session(), locked.folder(), ownership.generation());
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

  /** The page, if one is open. */
  Optional<WhatsAppPage> page() {
    return opened.succeeded() ? Optional.of(opened.result()) : Optional.empty();
  }

  /** Closes the page, or waits for it to open and closes it then. Never fails; may be repeated. */
  Future<Void> close() {
    epoch++;
    Future<WhatsAppPage> last = opened;
    opened = NO_PAGE;
    closed = closed.compose(before -> last.compose(WhatsAppPage::close).otherwiseEmpty());
    return closed;
  }

  /** Erases the profile and gives the lock back. Never fails; what went wrong is logged. */
  Future<Void> eraseProfile() {
    return giveBack(profiles::erase);
  }

  /** Gives the lock back. Never fails; what went wrong is logged. */
  Future<Void> unlock() {
    return giveBack(profiles::unlock);
  }

  private Future<Void> giveBack(Function<ProfileLock, Future<Void>> how) {
    if (lock == null) {
      return Future.succeededFuture();
    }
    // A lock that could not be had need not be given back.
    return lock.otherwiseEmpty()
        .compose(held -> held == null ? Future.succeededFuture() : how.apply(held))
        .onFailure(
            e ->
                LOG.error(
                    "event=profile-kept session={} cause=\"{}\"",
                    ownership.session(),
                    FailureLine.of(e)))
        .otherwiseEmpty();
  }
}
