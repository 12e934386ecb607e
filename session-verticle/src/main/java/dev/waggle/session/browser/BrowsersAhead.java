package dev.waggle.session.browser;

import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browsers that were started ahead and that no session has taken yet. For all threads. */
final class BrowsersAhead {

  private final LaunchGate launches;
  private final Map<SessionName, BrowserAhead> waiting = new HashMap<>();
  private boolean closed;

  BrowsersAhead(LaunchGate launches) {
    this.launches = launches;
  }

  /** Launches one, unless there is one for the session. Fails when there will be none. */
  Future<Void> start(SessionName session, BrowserAhead browser) {
    synchronized (this) {
      if (closed) {
        return Future.failedFuture(PageErrors.closed());
      }
      if (waiting.putIfAbsent(session, browser) != null) {
        return Future.succeededFuture();
      }
      return browser.launch(launches).onFailure(failed -> drop(session, browser));
    }
  }

  /** The one for a session, which is the caller's now. */
  synchronized Optional<BrowserAhead> take(SessionName session) {
    return Optional.ofNullable(waiting.remove(session));
  }

  /** Closes the one for a session if it was not taken. Never fails. */
  Future<Void> discard(SessionName session) {
    return take(session).map(BrowserAhead::discard).orElseGet(Future::succeededFuture);
  }

  /** Closes all and takes no more. Never fails. */
  Future<Void> close() {
    return Future.join(takeAll().stream().map(BrowserAhead::discard).toList()).mapEmpty();
  }

  private synchronized List<BrowserAhead> takeAll() {
    closed = true;
    List<BrowserAhead> all = List.copyOf(waiting.values());
    waiting.clear();
    return all;
  }

  private synchronized void drop(SessionName session, BrowserAhead browser) {
    waiting.remove(session, browser);
  }
}
