package dev.waggle.gateway.ws;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionClient.Subscription;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The viewers of one session on one event loop, behind one bus consumer that is there while any of
 * them is. An event is put into words once, for all of them.
 */
final class ViewerRoom {

  /** Well within what an idle connection is allowed. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private final SessionClient sessions;
  private final SessionName session;
  private final Set<Viewer> viewers = new LinkedHashSet<>();

  private Future<Subscription> feed;
  private long newest;

  ViewerRoom(Vertx vertx, SessionClient sessions, SessionName session) {
    this.sessions = sessions;
    this.session = session;
    vertx.setPeriodic(HEARTBEAT.toMillis(), fired -> List.copyOf(viewers).forEach(Viewer::beat));
  }

  /** Completes when no further event will be missed. */
  Future<Void> join(Viewer viewer) {
    viewers.add(viewer);
    if (feed == null || feed.failed()) {
      feed = sessions.subscribeRoom(session, this::onEvent);
    }
    return feed.mapEmpty();
  }

  void leave(Viewer viewer) {
    viewers.remove(viewer);
    if (viewers.isEmpty() && feed != null) {
      feed.onSuccess(Subscription::cancel);
      feed = null;
      newest = 0;
    }
  }

  /** An owner that was succeeded may not know it yet. */
  private void onEvent(SessionEvent event) {
    if (event.generation() < newest) {
      return;
    }
    newest = event.generation();
    for (String frame : ViewerFrames.of(event)) {
      List.copyOf(viewers).forEach(viewer -> viewer.send(frame));
    }
  }
}
