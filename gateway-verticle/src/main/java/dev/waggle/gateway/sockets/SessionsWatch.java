package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionName;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The events of every session that a key may read. */
final class SessionsWatch implements Interest, Feed.Listener {

  /**
   * What the client asked for.
   *
   * @param messages whether events about messages come too
   * @param events whether the canonical events come too, or the System Update's words alone
   */
  record Wish(boolean messages, boolean events) {

    /** Reads {@code {messages: false, events: true}}, which is the default. */
    static Wish of(Frame frame) {
      JsonObject fields = frame.fields();
      return new Wish(flag(fields, "messages", false), flag(fields, "events", true));
    }

    private static boolean flag(JsonObject fields, String name, boolean otherwise) {
      Object value = fields.getValue(name, otherwise);
      if (value instanceof Boolean flag) {
        return flag;
      }
      throw Frame.invalid(name + " is true or false.");
    }
  }

  private final Wish wish;
  private final Feeds feeds;
  private final Predicate<SessionName> mayRead;
  private final Predicate<SessionName> subscribed;
  private final Consumer<String> out;
  private Feeds.Seat seat;
  private boolean ended;

  /**
   * A watch that has not begun.
   *
   * @param mayRead asked for every event anew
   * @param subscribed whether the socket hears a session's canonical events another way
   */
  SessionsWatch(
      Wish wish,
      Feeds feeds,
      Predicate<SessionName> mayRead,
      Predicate<SessionName> subscribed,
      Consumer<String> out) {
    this.wish = wish;
    this.feeds = feeds;
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
    SessionEvent event = frames.event();
    if (isLive() && isWanted(event) && mayRead.test(event.session())) {
      frames.of(viewOf(event.session())).forEach(out);
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
    }
  }
}
