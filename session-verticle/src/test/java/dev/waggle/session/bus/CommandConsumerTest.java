package dev.waggle.session.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Errand;
import dev.waggle.contract.KeyCommand;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandConsumerTest {

  private static final String ADDRESS = "waggle.test";
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Errand ERRAND = new Errand("of-the-test");

  private final Vertx vertx = Vertx.vertx();
  private final Promise<Record> answer = Promise.promise();
  private final Queue<Future<Record>> answers = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void listen() throws Exception {
    answers.add(answer.future());
    new CommandConsumer<>(
            ADDRESS,
            KeyCommand.class,
            command -> answers.isEmpty() ? Future.succeededFuture() : answers.remove())
        .listen(vertx)
        .await(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void shouldSayThatACommandIsUnderWay() throws Exception {
    Future<Message<Object>> command = send(ERRAND.command(LIMIT));

    assertThat(Errand.isDenied(result(send(ERRAND.question(LIMIT))))).isFalse();
    answer.complete();
    result(command);
  }

  @Test
  void shouldDenyACommandThatIsAnswered() throws Exception {
    Future<Message<Object>> command = send(ERRAND.command(LIMIT));
    answer.complete();
    result(command);

    assertThat(Errand.isDenied(result(send(ERRAND.question(LIMIT))))).isTrue();
  }

  @Test
  void shouldDenyACommandThatNeverCame() throws Exception {
    answer.complete();

    assertThat(Errand.isDenied(result(send(ERRAND.question(LIMIT))))).isTrue();
  }

  private Future<Message<Object>> send(DeliveryOptions options) {
    return vertx.eventBus().request(ADDRESS, Wire.write(new KeyCommand.ListAll()), options);
  }

  private static <T> T result(Future<T> future) throws Exception {
    return future.await(10, TimeUnit.SECONDS);
  }
}
