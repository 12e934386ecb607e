package dev.waggle.session.lifecycle;

import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionInfo;
import dev.waggle.session.bus.EventPublisher;
import io.vertx.core.Future;

/**
 * What is true of a session at this moment, for those who come late. It is told when every event
 * that led to it is published, so that the view and the event stream neither overlap nor leave a
 * gap.
 */
final class LiveView {

  private final SessionInfo claimed;
  private final StateKeeper keeper;
  private final StateFeed feed;
  private final LifecycleRules rules;
  private final EventPublisher publisher;

  LiveView(
      SessionInfo claimed,
      StateKeeper keeper,
      StateFeed feed,
      LifecycleRules rules,
      EventPublisher publisher) {
    this.claimed = claimed;
    this.keeper = keeper;
    this.feed = feed;
    this.rules = rules;
    this.publisher = publisher;
  }

  /** The view, after the moment that a QR or a database write under way may take. */
  Future<LiveSession> now() {
    return rules.linking().current().otherwiseEmpty().compose(drawn -> afterEvents());
  }

  private Future<LiveSession> afterEvents() {
    Future<Void> told = feed.settled();
    return told.compose(
        done -> told == feed.settled() ? Future.succeededFuture(view()) : afterEvents());
  }

  private LiveSession view() {
    return new LiveSession(
        info(),
        qr(),
        rules.recoveryAttempts(),
        claimed.generation(),
        publisher.lastSeq(),
        rules.page().isPresent());
  }

  private QrCode qr() {
    return rules.isScanning() ? rules.linking().onShow().orElse(null) : null;
  }

  private SessionInfo info() {
    return new SessionInfo(
        claimed.name(),
        keeper.status(),
        claimed.wanted(),
        keeper.reason().text(),
        keeper.reason().cause(),
        claimed.node(),
        claimed.generation(),
        keeper.me(),
        claimed.config(),
        claimed.createdAt(),
        keeper.since());
  }
}
