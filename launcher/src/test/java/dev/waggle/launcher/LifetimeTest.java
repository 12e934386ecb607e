package dev.waggle.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifetimeTest {

  private final List<String> stopped = new ArrayList<>();
  private final Lifetime lifetime = new Lifetime();

  private Future<?> stop(String name) {
    stopped.add(name);
    return Future.succeededFuture();
  }

  @Test
  void shouldStopWhatStartedLastFirst() {
    lifetime.add("one", () -> stop("one"));
    lifetime.add("two", () -> stop("two"));

    lifetime.end();

    assertThat(stopped).containsExactly("two", "one");
  }

  @Test
  void shouldStopEverythingOnce() {
    lifetime.add("one", () -> stop("one"));

    lifetime.end();
    lifetime.end();

    assertThat(stopped).containsExactly("one");
  }

  @Test
  void shouldStopAtOnceWhatStartsAfterTheEnd() {
    lifetime.end();

    lifetime.add("late", () -> stop("late"));

    assertThat(stopped).containsExactly("late");
  }

  @Test
  void shouldStopTheRestWhenOnePartFails() {
    lifetime.add("one", () -> stop("one"));
    lifetime.add("two", () -> Future.failedFuture("does not want to"));
    lifetime.add(
        "three",
        () -> {
          throw new IllegalStateException("cannot");
        });

    lifetime.end();

    assertThat(stopped).containsExactly("one");
  }

  @Test
  void shouldLetThoseWaitWhoWaitForTheEnd() throws Exception {
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> {
              try {
                lifetime.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(waiting).isNotDone();

    lifetime.end();

    waiting.get(30, TimeUnit.SECONDS);
  }
}
