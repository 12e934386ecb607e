package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionClient.Subscription;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Every feed that somebody on this gateway listens to: made with the first, closed with the last.
 */
final class Feeds {

  private final SessionClient client;
  private final Map<Key, Feed> open = new HashMap<>();

  Feeds(SessionClient client) {
    this.client = client;
  }

  /** What a listener holds; to be given back exactly once. */
  interface Seat {
    void leave();
  }

  /** The linking events of one session. */
  Future<Seat> room(SessionName session, Feed.Listener listener) {
    return join(
        new Key("room", session), handler -> client.subscribeRoom(session, handler), listener);
  }

  /** Every event of one session. */
  Future<Seat> session(SessionName session, Feed.Listener listener) {
    return join(
        new Key("session", session), handler -> client.subscribe(session, handler), listener);
  }

  /** Every event of every session. */
  Future<Seat> sessions(Feed.Listener listener) {
    return join(new Key("sessions", null), client::subscribeAll, listener);
  }

  private Future<Seat> join(
      Key key,
      Function<Consumer<SessionEvent>, Future<Subscription>> subscribe,
      Feed.Listener listener) {
    Feed feed = open.computeIfAbsent(key, absent -> new Feed(subscribe));
    feed.add(listener);
    Seat seat = () -> leave(key, feed, listener);
    return feed.ready().map(seat).onFailure(failed -> seat.leave());
  }

  private void leave(Key key, Feed feed, Feed.Listener listener) {
    feed.remove(listener);
    if (feed.isEmpty() && open.remove(key, feed)) {
      feed.close();
    }
  }

  private record Key(String kind, SessionName session) {}
}
