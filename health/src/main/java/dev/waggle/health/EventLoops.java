package dev.waggle.health;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Whether the event loops of a Vert.x get round to anything. */
final class EventLoops implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final List<Context> loops;

  private EventLoops(List<Context> loops) {
    this.loops = loops;
  }

  /** Has a foot on each of as many loops as a Vert.x has that was not told otherwise. */
  static Future<EventLoops> of(Vertx vertx) {
    List<Context> loops = new CopyOnWriteArrayList<>();
    return vertx
        .deployVerticle(
            () ->
                context -> {
                  loops.add(context);
                  return Future.succeededFuture();
                },
            new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE))
        .map(deployed -> new EventLoops(loops));
  }

  @Override
  public Future<Finding> look() {
    return Future.all(loops.stream().map(EventLoops::answer).toList())
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(Finding.up())
        .otherwise(
            Finding.down(
                "An event loop has not answered for "
                    + PATIENCE.toSeconds()
                    + " s; the log says what blocks it."));
  }

  private static Future<Void> answer(Context loop) {
    Promise<Void> answer = Promise.promise();
    loop.runOnContext(answer::complete);
    return answer.future();
  }
}
