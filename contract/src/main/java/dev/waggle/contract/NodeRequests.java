package dev.waggle.contract;

import dev.waggle.contract.SessionCommand.Get;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionCommand.ListNodes;
import dev.waggle.contract.SessionCommand.Start;
import dev.waggle.contract.SessionCommand.ToAnyNode;
import dev.waggle.contract.SessionCommand.Update;
import dev.waggle.contract.SessionCommand.Version;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Asks any session node. The cluster goes on naming a node that was killed for half a second; what
 * is sent there then is lost, and nobody says so. A command that may be repeated is therefore asked
 * of the next node when the first one keeps silent, and the first answer counts.
 */
record NodeRequests(Vertx vertx) {

  private static final long[] NEXT_NODE_AFTER_MS = {700, 1500};

  /** Fails as {@link BusRequests#send} does. */
  <T> Future<T> ask(ToAnyNode command, Duration limit, Class<T> reply) {
    Promise<T> outcome = Promise.promise();
    send(command, limit, reply, outcome);
    if (mayBeRepeated(command)) {
      for (long after : NEXT_NODE_AFTER_MS) {
        Duration left = limit.minusMillis(after);
        if (left.toMillis() > 0) {
          sendLater(after, command, left, reply, outcome);
        }
      }
    }
    return outcome.future();
  }

  private <T> void sendLater(
      long after, ToAnyNode command, Duration left, Class<T> reply, Promise<T> outcome) {
    long timer = vertx.setTimer(after, fired -> send(command, left, reply, outcome));
    outcome.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  private <T> void send(ToAnyNode command, Duration limit, Class<T> reply, Promise<T> outcome) {
    new BusRequests(vertx.eventBus())
        .send(Addresses.SESSIONS, (Record) command, limit, reply)
        .onSuccess(outcome::tryComplete)
        .onFailure(outcome::tryFail);
  }

  /** What is quick, ends in the same state however often it is carried out, and tells nobody. */
  private static boolean mayBeRepeated(ToAnyNode command) {
    return command instanceof Get
        || command instanceof ListAll
        || command instanceof ListNodes
        || command instanceof Version
        || command instanceof Start
        || command instanceof Update;
  }
}
