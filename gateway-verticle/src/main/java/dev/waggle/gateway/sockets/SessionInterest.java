package dev.waggle.gateway.sockets;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A place in a session's room, or a subscription of one session's events. */
final class SessionInterest implements Interest, Follower.Viewer {

  private final SessionName session;
  private final Supplier<View> view;
  private final BiFunction<SessionName, Feed.Listener, Future<Feeds.Seat>> feed;
  private final Consumer<String> out;
  private final Follower follower;
  private Farewell farewell;
  private Feeds.Seat seat;
  private boolean ended;

  /**
   * An interest that has not begun.
   *
   * @param view in which words the viewer is told at the moment
   * @param feed takes a seat at the feed that brings the events
   * @param out takes the frames
   */
  SessionInterest(
      SessionRequest request,
      CatchUp catchUp,
      Supplier<View> view,
      BiFunction<SessionName, Feed.Listener, Future<Feeds.Seat>> feed,
      Consumer<String> out) {
    this.session = request.session();
    this.view = view;
    this.feed = feed;
    this.out = out;
    this.follower = new Follower(session, request.seen(), catchUp, this);
  }

  /** What is to begin when the session is complete. */
  SessionInterest until(Farewell end) {
    farewell = end;
    return this;
  }

  @Override
  public Future<Void> begin() {
    return feed.apply(session, follower).onSuccess(this::take).mapEmpty();
  }

  @Override
  public void end() {
    ended = true;
    follower.end();
    if (farewell != null) {
      farewell.cancel();
    }
    if (seat != null) {
      seat.leave();
      seat = null;
    }
  }

  @Override
  public void begin(LiveSession state, boolean resync) {
    ServerFrame.beginning(view.get(), session, state, resync).forEach(out);
    endIf(state != null && GuideWords.completes(state));
  }

  @Override
  public void event(EventFrames event) {
    event.of(view.get()).forEach(out);
    endIf(event.isCompleting());
  }

  private void take(Feeds.Seat taken) {
    if (ended) {
      taken.leave();
    } else {
      seat = taken;
      follower.begin();
    }
  }

  private void endIf(boolean complete) {
    if (complete && farewell != null && !ended) {
      farewell.begin();
    }
  }
}
