package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The events of every session that a key may read. */
final class SessionsWatch implements Interest, Feed.Listener {

  private final WatchRequest wish;
  private final Feeds feeds;
  private final CatchUp catchUp;
  private final Predicate<SessionName> mayRead;
  private final Predicate<SessionName> subscribed;
  private final Consumer<String> out;
  private final Map<SessionName, Follower> returning = new HashMap<>();
  private Feeds.Seat seat;
  private boolean ended;

  /**
   * A watch that has not begun.
   *
   * @param mayRead asked for every event anew
   * @param subscribed whether the socket hears a session's canonical events another way
   */
  SessionsWatch(
      WatchRequest wish,
      Feeds feeds,
      CatchUp catchUp,
      Predicate<SessionName> mayRead,
      Predicate<SessionName> subscribed,
      Consumer<String> out) {
    this.wish = wish;
    this.feeds = feeds;
    this.catchUp = catchUp;
    this.mayRead = mayRead;
    this.subscribed = subscribed;
    this.out = out;
  }

  @Override
  public Future<Void> begin() {
    return feeds.sessions(this).onSuccess(this::take).mapEmpty();
  }

  @Override
  public void end() {
    ended = true;
    returning.values().forEach(Follower::end);
    returning.clear();
    if (seat != null) {
      seat.leave();
      seat = null;
    }
  }

  /** Whether events are told already; from then on rooms need not tell them too. */
  boolean isLive() {
    return seat != null;
  }

  @Override
  public void onEvent(EventFrames frames) {
    SessionName session = frames.event().session();
    if (!isLive() || !mayRead.test(session)) {
      return;
    }
    Follower follower = returning.get(session);
    if (follower == null) {
      tell(frames);
    } else {
      follower.onEvent(frames);
    }
  }

  private void tell(EventFrames frames) {
    if (isWanted(frames.event())) {
      frames.of(viewOf(frames.event().session())).forEach(out);
    }
  }

  private boolean isWanted(SessionEvent event) {
    return event.type().forRoom() || wish.messages();
  }

  private View viewOf(SessionName session) {
    return wish.events() && !subscribed.test(session) ? View.SESSIONS : View.SESSIONS_IN_SHORT;
  }

  private void take(Feeds.Seat taken) {
    if (ended) {
      taken.leave();
    } else {
      seat = taken;
      wish.seen().forEach(this::resume);
    }
  }

  /** Events that were published before the seat was taken are in what the owner replays. */
  private void resume(SessionName session, Cursor seen) {
    if (mayRead.test(session)) {
      Follower follower = new Follower(session, seen, catchUp, new Returning(session));
      returning.put(session, follower);
      follower.begin();
    }
  }

  /** The client, as far as it comes back to a session that it has watched before. */
  private final class Returning implements Follower.Viewer {

    private final SessionName session;

    private Returning(SessionName session) {
      this.session = session;
    }

    @Override
    public void begin(LiveSession state, boolean resync) {
      ServerFrame.beginning(viewOf(session), session, state, resync).forEach(out);
    }

    @Override
    public void event(EventFrames event) {
      tell(event);
    }
  }
}
