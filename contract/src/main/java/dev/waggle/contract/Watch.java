package dev.waggle.contract;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * A look now and then at whoever has not answered yet: a bus request whose receiver dies would wait
 * for its whole time.
 *
 * @param everyMillis between two looks
 */
public record Watch(Vertx vertx, long everyMillis) {

  /**
   * The answer, or the failure of a check that was made while it was still to come.
   *
   * @param check fails when no answer is to be expected any more
   */
  public <T> Future<T> over(Future<T> answer, Supplier<Future<?>> check) {
    Promise<T> outcome = Promise.promise();
    answer.onSuccess(outcome::tryComplete).onFailure(outcome::tryFail);
    lookAfterAWhile(outcome, check);
    return outcome.future();
  }

  private <T> void lookAfterAWhile(Promise<T> outcome, Supplier<Future<?>> check) {
    if (outcome.future().isComplete()) {
      return;
    }
    long timer =
        vertx.setTimer(
            everyMillis,
            fired ->
                check
                    .get()
                    .onFailure(outcome::tryFail)
                    .onSuccess(alive -> lookAfterAWhile(outcome, check)));
    outcome.future().onComplete(done -> vertx.cancelTimer(timer));
  }
}
