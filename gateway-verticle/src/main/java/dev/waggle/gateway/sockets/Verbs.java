package dev.waggle.gateway.sockets;

import dev.waggle.contract.SessionName;
import dev.waggle.gateway.access.AccessPolicy;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Principal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;

/** What a client that is known may ask for. Every name is checked against its key. */
final class Verbs {

  private final AccessPolicy policy;
  private final Principal who;
  private final Interests interests;
  private final Consumer<String> out;

  Verbs(AccessPolicy policy, Principal who, Interests interests, Consumer<String> out) {
    this.policy = policy;
    this.who = who;
    this.interests = interests;
    this.out = out;
  }

  /**
   * Does what a frame asks.
   *
   * @return fails with a {@link dev.waggle.contract.WaggleException} when it is refused
   */
  Future<Void> act(Frame frame) {
    return switch (frame.event()) {
      case "join-session" -> interests.join(readable(frame));
      case "leave-session" -> done(() -> interests.leave(SessionRequest.of(frame).session()));
      case "subscribe" -> interests.subscribe(readable(frame));
      case "unsubscribe" -> done(() -> interests.unsubscribe(SessionRequest.of(frame).session()));
      case "watch-sessions" -> watch(WatchRequest.of(frame));
      case "unwatch-sessions" -> done(interests::unwatch);
      case "ping" -> done(() -> out.accept(ServerFrame.plain("pong", new JsonObject())));
      default -> Future.failedFuture(Frame.invalid("There is no such event to send here."));
    };
  }

  private SessionRequest readable(Frame frame) {
    SessionRequest request = SessionRequest.of(frame);
    policy.require(who, Action.READ, Optional.of(request.session()));
    return request;
  }

  private Future<Void> watch(WatchRequest wish) {
    policy.require(who, Action.READ, Optional.empty());
    return interests.watch(wish, this::mayRead);
  }

  private boolean mayRead(SessionName session) {
    return policy.allows(who, Action.READ, Optional.of(session));
  }

  private static Future<Void> done(Runnable action) {
    action.run();
    return Future.succeededFuture();
  }
}
