package dev.waggle.session.node;

import dev.waggle.contract.SessionName;
import dev.waggle.session.lifecycle.SessionEnvironment;
import dev.waggle.session.log.FailureLine;
import dev.waggle.session.profile.ProfileLock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that this node is about to adopt. While the lease of their owner still runs out it locks
 * their profiles and starts their browsers, on empty pages; whoever claims one finds both ready.
 * The profile itself is brought after the claim, as always. What is not claimed in time is given
 * back. To be used on the node's context.
 */
final class Inheritance {

  private static final Logger LOG = LoggerFactory.getLogger(Inheritance.class);

  private final Vertx vertx;
  private final SessionEnvironment environment;
  private final Map<SessionName, Long> expected = new HashMap<>();

  Inheritance(Vertx vertx, SessionEnvironment environment) {
    this.vertx = vertx;
    this.environment = environment;
  }

  /** How many sessions are expected. */
  int size() {
    return expected.size();
  }

  /** Those that are expected now. */
  Set<SessionName> sessions() {
    return Set.copyOf(expected.keySet());
  }

  /**
   * Gets ready for a session, unless that has been done.
   *
   * @param within when it has not come by then, it is expected no more
   */
  void expect(SessionName session, Duration within) {
    if (expected.containsKey(session)) {
      return;
    }
    long timer = vertx.setTimer(within.toMillis(), late -> forgo(session));
    expected.put(session, timer);
    environment
        .profiles()
        .lockAhead(session)
        .compose(lock -> start(session, timer, lock))
        .onFailure(
            e -> {
              LOG.debug("event=not-ahead session={} cause=\"{}\"", session, FailureLine.of(e));
              forgo(session);
            });
  }

  /** A profile that is neither here nor in the store will have to be linked: nobody is in haste. */
  private Future<Void> start(SessionName session, long timer, ProfileLock lock) {
    boolean stillExpected = Long.valueOf(timer).equals(expected.get(session));
    boolean atHand = environment.snapshots().isPresent() || !lock.isFresh();
    return stillExpected && atHand
        ? environment.pages().startAhead(session, lock.folder(), environment.lease())
        : Future.failedFuture("not wanted any more, or without a profile");
  }

  /** It runs here: what was got ready is its own from now on. */
  void arrived(SessionName session) {
    Long timer = expected.remove(session);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  /** Gives back what was got ready and not taken; done when that is gone. Never fails. */
  Future<Void> forgo(SessionName session) {
    arrived(session);
    Optional<ProfileLock> kept = environment.profiles().takeBack(session);
    return environment
        .pages()
        .forgo(session)
        .compose(
            gone -> kept.map(environment.profiles()::giveBack).orElseGet(Future::succeededFuture))
        .otherwiseEmpty();
  }

  /** The same for all of them. Never fails. */
  Future<Void> forgoAll() {
    List<Future<Void>> all = sessions().stream().map(this::forgo).toList();
    return Future.join(all).mapEmpty();
  }
}
