package dev.waggle.gateway.sockets;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Everything that one socket listens to. */
final class Interests {

  private final Vertx vertx;
  private final Feeds feeds;
  private final CatchUp catchUp;
  private final int limit;
  private final Consumer<String> out;
  private final Runnable onNothingLeft;
  private final Map<SessionName, Interest> rooms = new HashMap<>();
  private final Map<SessionName, Interest> subscriptions = new HashMap<>();
  private SessionsWatch watch;

  /**
   * No interests yet.
   *
   * @param out takes the frames
   * @param onNothingLeft called when a room has ended by itself and it was the last interest
   */
  Interests(SocketDoor.Parts parts, Consumer<String> out, Runnable onNothingLeft) {
    this.vertx = parts.vertx();
    this.feeds = parts.feeds();
    this.catchUp = parts.catchUp();
    this.limit = parts.settings().maxHandlers();
    this.out = out;
    this.onNothingLeft = onNothingLeft;
  }

  /** Joins a room; a member joins anew and is told again what is true now. */
  Future<Void> join(SessionRequest request) {
    SessionName session = request.session();
    SessionInterest place =
        new SessionInterest(request, catchUp, this::roomView, feeds::room, out)
            .until(new Farewell(vertx, () -> roomOver(session)));
    return begin(rooms, session, place);
  }

  void leave(SessionName session) {
    end(rooms.remove(session));
  }

  Future<Void> subscribe(SessionRequest request) {
    SessionInterest subscription =
        new SessionInterest(request, catchUp, () -> View.SESSION, feeds::session, out);
    return begin(subscriptions, request.session(), subscription);
  }

  void unsubscribe(SessionName session) {
    end(subscriptions.remove(session));
  }

  /** Watches all sessions; a second wish replaces the first. */
  Future<Void> watch(WatchRequest wish, Predicate<SessionName> mayRead) {
    unwatch();
    watch = new SessionsWatch(wish, feeds, catchUp, mayRead, subscriptions::containsKey, out);
    return watch.begin();
  }

  void unwatch() {
    end(watch);
    watch = null;
  }

  /** Ends them all. */
  void end() {
    rooms.values().forEach(Interest::end);
    rooms.clear();
    subscriptions.values().forEach(Interest::end);
    subscriptions.clear();
    unwatch();
  }

  private Future<Void> begin(
      Map<SessionName, Interest> kind, SessionName session, Interest interest) {
    if (!kind.containsKey(session) && rooms.size() + subscriptions.size() >= limit) {
      return Future.failedFuture(
          new WaggleException(
              ErrorCode.TOO_MANY_REQUESTS,
              "One socket may listen to " + limit + " sessions; leave one or open another."));
    }
    end(kind.put(session, interest));
    return interest.begin().onFailure(failed -> kind.remove(session, interest));
  }

  private void roomOver(SessionName session) {
    leave(session);
    if (rooms.isEmpty() && subscriptions.isEmpty() && watch == null) {
      onNothingLeft.run();
    }
  }

  private View roomView() {
    return watch != null && watch.isLive() ? View.ROOM_OF_A_WATCHER : View.ROOM;
  }

  private static void end(Interest interest) {
    if (interest != null) {
      interest.end();
    }
  }
}
