package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.waggle.contract.SessionCommand.SendText;
import dev.waggle.contract.SessionInfo.Wanted;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a command whose owner, or whose node, goes away before it has answered. */
class LostOwnerTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final String FRIEND = "5511999999999";
  private static final String MESSAGE_ID = "3EB0AAAAAAAAAAAAAAAA";
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final List<String> atOwner = new CopyOnWriteArrayList<>();
  private final Promise<Void> taken = Promise.promise();

  private Vertx vertx;
  private SessionClient client;
  private volatile String node = "node-1";
  private MessageConsumer<JsonObject> owner;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    client = new SessionClient(vertx);
    consume(Addresses.SESSIONS, message -> message.reply(Wire.write(reconnecting())));
    owner =
        consume(
            Addresses.owner(SALES),
            message -> {
              atOwner.add(action(message));
              taken.tryComplete();
            });
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void shouldSayThatTheOwnerWentAwayLongBeforeTheRequestsTimeIsOver() {
    Future<MessageSent> send = client.sendText(SALES, FRIEND, "Hello");
    await(taken.future().compose(here -> owner.unregister()));

    assertThat(failureOf(send).code()).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  @Test
  void shouldNotSendAgainWhatMayHaveBeenSentUnderNoIdOfTheCallers() {
    Future<MessageSent> send = client.sendText(SALES, FRIEND, "Hello");
    await(taken.future().compose(here -> owner.unregister()));
    vertx.setTimer(1500, later -> consume(Addresses.owner(SALES), this::answerSend));

    assertThat(failureOf(send)).hasMessageContaining("may have been carried out");
    assertThat(atOwner).filteredOn("sendText"::equals).hasSize(1);
  }

  @Test
  void shouldSendAgainToTheNextOwnerUnderTheCallersId() {
    Future<MessageSent> send = client.sendText(new SendText(SALES, FRIEND, "Hello", MESSAGE_ID));
    await(taken.future().compose(here -> owner.unregister()));
    vertx.setTimer(1500, later -> consume(Addresses.owner(SALES), this::answerSend));

    assertThat(await(send).id()).isEqualTo(MESSAGE_ID);
    assertThat(atOwner).filteredOn("sendText"::equals).hasSize(2);
  }

  @Test
  void shouldWaitForTheNextOwnerWithWhatReachedNobody() {
    await(owner.unregister());
    vertx.setTimer(700, later -> consume(Addresses.owner(SALES), this::answerSend));

    await(client.sendText(SALES, FRIEND, "Hello"));

    assertThat(atOwner).filteredOn("sendText"::equals).hasSize(1);
  }

  @Test
  void shouldWaitWhileTheNextOwnerOpensThePage() {
    await(owner.unregister());
    MessageConsumer<JsonObject> opening =
        consume(
            Addresses.owner(SALES),
            message -> message.fail(ErrorCode.OWNER_UNAVAILABLE.busCode(), "It is opening."));
    vertx.setTimer(
        700,
        later ->
            opening
                .unregister()
                .onSuccess(gone -> consume(Addresses.owner(SALES), this::answerSend)));

    await(client.sendText(SALES, FRIEND, "Hello"));

    assertThat(atOwner).filteredOn("sendText"::equals).hasSize(1);
  }

  @Test
  void shouldGiveUpOnASilentOwnerWhoseLeaseHasRunOut() {
    node = null;

    assertThat(failureOf(client.renewQr(SALES)).code()).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  @Test
  void shouldNotWaitForASilentOwnerThatHasBeenReplaced() {
    await(owner.unregister());
    AtomicLong looks = new AtomicLong();
    consume(
        Addresses.owner(SALES),
        message -> {
          if (action(message).equals("observe") && looks.incrementAndGet() > 1) {
            message.reply(Wire.write(seenBy(2)));
          }
        });

    assertThat(failureOf(client.renewQr(SALES)).code()).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  @Test
  void shouldNotWaitForAnOwnerThatNeverGotTheCommand() {
    await(owner.unregister());
    consume(
        Addresses.owner(SALES),
        message -> {
          if (action(message).equals("observe")) {
            message.reply(Wire.write(seenBy(1)), Errand.answer(false));
          }
        });

    assertThat(failureOf(client.renewQr(SALES)).code()).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  @Test
  void shouldWaitForAnOwnerThatIsSlowButThere() {
    await(owner.unregister());
    consume(
        Addresses.owner(SALES),
        message -> {
          if (action(message).equals("observe")) {
            message.fail(ErrorCode.WRONG_STATE.busCode(), "Busy.");
          } else {
            vertx.setTimer(1200, later -> answerSend(message));
          }
        });

    await(client.sendText(SALES, FRIEND, "Hello"));

    assertThat(atOwner).filteredOn("sendText"::equals).hasSize(1);
  }

  @Test
  void shouldAskAnotherNodeWhenTheFirstKeepsSilent() {
    consume(Addresses.SESSIONS, message -> atOwner.add("swallowed"));

    // The nodes take turns, so that one of two requests is lost.
    await(Future.all(client.get(SALES), client.get(SALES)));

    assertThat(atOwner).contains("swallowed");
  }

  private void answerSend(Message<JsonObject> message) {
    atOwner.add(action(message));
    message.reply(Wire.write(new MessageSent(MESSAGE_ID, FRIEND + "@c.us", 1, NOON)));
  }

  private MessageConsumer<JsonObject> consume(
      String address, io.vertx.core.Handler<Message<JsonObject>> handler) {
    return vertx.eventBus().consumer(address, handler);
  }

  private static String action(Message<JsonObject> message) {
    return message.body().getString("action");
  }

  private LiveSession seenBy(long generation) {
    return new LiveSession(reconnecting(), null, 0, generation, 1, true);
  }

  private SessionInfo reconnecting() {
    return new SessionInfo(
        SALES,
        SessionStatus.RECONNECTING,
        Wanted.RUNNING,
        "Its node is gone.",
        StatusCause.NODE_GONE,
        node,
        1,
        null,
        SessionConfig.DEFAULT,
        NOON,
        NOON);
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(15, TimeUnit.SECONDS).join();
  }

  private static WaggleException failureOf(Future<?> future) {
    return (WaggleException)
        catchThrowableOfType(CompletionException.class, () -> await(future)).getCause();
  }
}
