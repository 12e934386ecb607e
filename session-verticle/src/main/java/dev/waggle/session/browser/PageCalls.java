package dev.waggle.session.browser;

import dev.waggle.contract.WaggleException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The commands under way in one page: each ends by its answer, by its deadline, or with the
 * document it was given to. Lives on one Vert.x context.
 */
final class PageCalls {

  /** Hands a command to the page; false when the page has no ear for it. */
  interface Courier {
    Future<Boolean> carry(long id, String command, JsonObject arguments);
  }

  private final Vertx vertx;
  private final Courier courier;
  private final Map<Long, Call> underWay = new HashMap<>();
  private long last;

  PageCalls(Vertx vertx, Courier courier) {
    this.vertx = vertx;
    this.courier = courier;
  }

  /** Starts a command. */
  Future<JsonObject> call(String command, JsonObject arguments, Duration deadline) {
    long id = ++last;
    Promise<JsonObject> promise = Promise.promise();
    long timer = vertx.setTimer(deadline.toMillis(), expired -> fail(id, PageErrors::noAnswer));
    underWay.put(id, new Call(command, promise, timer));
    courier
        .carry(id, command, arguments)
        .onFailure(failure -> fail(id, () -> PageErrors.of(failure)))
        .onSuccess(
            heard -> {
              if (!heard) {
                fail(id, PageErrors::notThere);
              }
            });
    return promise.future();
  }

  /** An answer has come; one to a command that is over is dropped. */
  void answered(PageReport.Answer answer) {
    if (answer.succeeded()) {
      take(answer.id()).complete(answer.value());
    } else {
      fail(answer.id(), () -> PageErrors.of(answer));
    }
  }

  /** The commands of this name have done what they were given for. */
  void succeed(String command) {
    ids(call -> call.command.equals(command)).forEach(id -> take(id).complete(new JsonObject()));
  }

  /** Fails every command under way. */
  void failAll(Supplier<WaggleException> failure) {
    ids(call -> true).forEach(id -> fail(id, failure));
  }

  private List<Long> ids(Predicate<Call> which) {
    return underWay.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void fail(long id, Supplier<WaggleException> failure) {
    take(id).fail(failure.get());
  }

  private Promise<JsonObject> take(long id) {
    Call call = underWay.remove(id);
    if (call == null) {
      return Promise.promise();
    }
    vertx.cancelTimer(call.timer);
    return call.promise;
  }

  private record Call(String command, Promise<JsonObject> promise, long timer) {}
}
