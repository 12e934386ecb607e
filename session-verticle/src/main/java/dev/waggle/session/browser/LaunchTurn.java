package dev.waggle.session.browser;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * One browser's turn at the {@link LaunchGate}. It lasts until its page has loaded, because loading
 * takes more of a core than launching does: so many starts at once are spread by what the machine
 * can do, and none by a pause. A page that waits for the network gives its turn up after a while.
 *
 * @param over completes once, and the next in line may begin
 */
record LaunchTurn(Vertx vertx, Promise<Void> over, Duration longest) {

  /** A page that has not loaded by then waits for somebody else than this machine. */
  static final Duration LONGEST = Duration.ofSeconds(4);

  /** Done when it is one's turn; {@link #end} must follow. */
  static Future<LaunchTurn> take(LaunchGate gate, Vertx vertx, Duration longest) {
    return gate.enter()
        .map(
            entered -> {
              LaunchTurn turn = new LaunchTurn(vertx, Promise.promise(), longest);
              turn.over.future().onComplete(over -> gate.leave());
              return turn;
            });
  }

  /** The browser is there, and its page begins to load. */
  void launched() {
    long timer = vertx.setTimer(longest.toMillis(), late -> end());
    over.future().onComplete(ended -> vertx.cancelTimer(timer));
  }

  /** May be repeated. */
  void end() {
    over.tryComplete();
  }
}
