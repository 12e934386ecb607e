package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionName;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings one viewer of one session up to date and keeps it there: events wait until it is known
 * what the viewer has to begin with, and then those that are contained in that are dropped. So it
 * must be listening before {@link #begin}.
 */
final class Follower implements Feed.Listener {

  private static final int MAX_WAITING = 512;

  /** Who is told. */
  interface Viewer {

    /** What is true now; {@code state} is null when that is not known. */
    void begin(LiveSession state, boolean resync);

    void event(EventFrames event);
  }

  private final SessionName session;
  private final CatchUp catchUp;
  private final Viewer viewer;
  private final List<EventFrames> waiting = new ArrayList<>();
  private Cursor seen;
  private boolean live;
  private boolean overrun;
  private boolean ended;

  /**
   * A follower that has told nothing yet.
   *
   * @param seen how far the viewer was before, or null
   */
  Follower(SessionName session, Cursor seen, CatchUp catchUp, Viewer viewer) {
    this.session = session;
    this.seen = seen;
    this.catchUp = catchUp;
    this.viewer = viewer;
  }

  /** Asks for what the viewer has to begin with. */
  void begin() {
    catchUp.of(session, seen).onSuccess(this::begin);
  }

  /** Tells nothing more. */
  void end() {
    ended = true;
    waiting.clear();
  }

  @Override
  public void onEvent(EventFrames event) {
    if (ended) {
      return;
    }
    if (live) {
      advance(event);
    } else if (waiting.size() < MAX_WAITING) {
      waiting.add(event);
    } else {
      overrun = true;
    }
  }

  private void begin(Beginning beginning) {
    if (ended) {
      return;
    }
    if (overrun) {
      overrun = false;
      waiting.clear();
      begin();
      return;
    }
    live = true;
    seen = beginning.cursor(seen);
    if (beginning.state() != null || beginning.resync()) {
      viewer.begin(beginning.state(), beginning.resync());
    }
    beginning.missed().forEach(event -> advance(new EventFrames(event)));
    List.copyOf(waiting).forEach(this::advance);
    waiting.clear();
  }

  private void advance(EventFrames event) {
    if (!ended && seen.isBefore(event.event())) {
      seen = Cursor.of(event.event());
      viewer.event(event);
    }
  }
}
