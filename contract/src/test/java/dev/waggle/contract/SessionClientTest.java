package dev.waggle.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionClient.Subscription;
import dev.waggle.contract.SessionInfo.Wanted;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller of the client sees, whatever is or is not at the other end of the bus. */
class SessionClientTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private Vertx vertx;
  private SessionClient client;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    client = new SessionClient(vertx);
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void shouldSendTheCommandAndReadTheReply() {
    List<SessionCommand> received = new ArrayList<>();
    answer(
        Addresses.SESSIONS,
        command -> {
          received.add(command);
          return info(SessionStatus.STARTING);
        });

    SessionInfo created = await(client.create(SALES, true, new SessionConfig(2, null, Map.of())));

    assertThat(created).isEqualTo(info(SessionStatus.STARTING));
    assertThat(received)
        .containsExactly(
            new SessionCommand.Create(SALES, true, new SessionConfig(2, null, Map.of())));
  }

  @Test
  void shouldSendEachCommandByItsName() {
    List<String> actions = new ArrayList<>();
    vertx
        .eventBus()
        .<JsonObject>consumer(
            Addresses.SESSIONS,
            message -> {
              actions.add(message.body().getString("action"));
              message.reply(Wire.write(info(SessionStatus.STOPPED)));
            });

    await(client.get(SALES));
    await(client.update(SALES, SessionConfig.DEFAULT));
    await(client.start(SALES));
    await(client.stop(SALES));
    await(client.restart(SALES));
    await(client.logout(SALES));
    await(client.reset(SALES));
    await(client.delete(SALES));

    assertThat(actions)
        .containsExactly("get", "update", "start", "stop", "restart", "logout", "reset", "delete");
  }

  @Test
  void shouldListSessions() {
    answer(Addresses.SESSIONS, command -> new SessionList(List.of(info(SessionStatus.WORKING))));

    assertThat(await(client.list())).containsExactly(info(SessionStatus.WORKING));
  }

  @Test
  void shouldAskTheOwnerForWhatOnlyItKnows() {
    MessageSent sent = new MessageSent("true_1@c.us_A", "1@c.us", 1, NOON);
    answer(Addresses.owner(SALES), command -> sent);

    assertThat(await(client.sendText(SALES, "5511999999999", "Hello"))).isEqualTo(sent);
  }

  @Test
  void shouldAskTheOwnerForWhatIsTrueNow() {
    LiveSession live = new LiveSession(info(SessionStatus.WORKING), null, 1, 7, 41, true);
    answer(Addresses.owner(SALES), command -> live);

    assertThat(await(client.observe(SALES))).isEqualTo(live);
  }

  @Test
  void shouldAskTheOwnerForMissedEvents() {
    List<SessionCommand> received = new ArrayList<>();
    answer(
        Addresses.owner(SALES),
        command -> {
          received.add(command);
          return EventPage.MISSED;
        });

    assertThat(await(client.replay(SALES, 7, 41))).isEqualTo(EventPage.MISSED);
    assertThat(received).containsExactly(new SessionCommand.Replay(SALES, 7, 41));
  }

  @Test
  void shouldNotBlameTheCallerForAReplyThatCannotBeRead() {
    vertx
        .eventBus()
        .consumer(
            Addresses.SESSIONS, message -> message.reply(new JsonObject().put("status", "ODD")));

    assertThat(failureOf(client.get(SALES)).code()).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void shouldNotBlameTheCallerForAReplyThatIsNoObject() {
    vertx.eventBus().consumer(Addresses.SESSIONS, message -> message.reply("done"));

    assertThat(failureOf(client.get(SALES)).code()).isEqualTo(ErrorCode.INTERNAL);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void shouldFailWithTheCodeOfTheReceiver(ErrorCode code) {
    vertx
        .eventBus()
        .consumer(Addresses.SESSIONS, message -> message.fail(code.busCode(), "Do this."));

    assertThat(failureOf(client.get(SALES)))
        .hasMessage("Do this.")
        .extracting(WaggleException::code)
        .isEqualTo(code);
  }

  @Test
  void shouldSayThatThereIsNoSessionNode() {
    assertThat(failureOf(client.list()).code()).isEqualTo(ErrorCode.NO_SESSION_NODE);
    assertThat(failureOf(client.qr(SALES)).code()).isEqualTo(ErrorCode.NO_SESSION_NODE);
  }

  @Test
  void shouldSayThatASessionWithoutOwnerDoesNotRun() {
    answer(Addresses.SESSIONS, command -> info(SessionStatus.STOPPED));

    WaggleException failure = failureOf(client.sendText(SALES, "5511999999999", "Hello"));

    assertThat(failure.code()).isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(failure).hasMessageContaining("STOPPED");
  }

  @Test
  void shouldSayThatASessionIsChangingItsOwner() {
    answer(Addresses.SESSIONS, command -> info(SessionStatus.RECONNECTING));

    assertThat(failureOf(client.qr(SALES)).code()).isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
  }

  @Test
  void shouldSayThatTheFirstQrIsOnItsWayWhileASessionIsBeingStarted() {
    answer(Addresses.SESSIONS, command -> info(SessionStatus.STARTING));

    assertThat(failureOf(client.qr(SALES)).code()).isEqualTo(ErrorCode.QR_NOT_AVAILABLE);
  }

  @Test
  void shouldSayThatASessionIsBeingStartedToWhoeverNeedsItsPage() {
    answer(Addresses.SESSIONS, command -> info(SessionStatus.STARTING));

    assertThat(failureOf(client.sendText(SALES, "5511999999999", "Hello")).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  void shouldGiveUpOnAReceiverThatDoesNotAnswer() {
    vertx.eventBus().consumer(Addresses.SESSIONS, message -> {});
    SessionClient impatient = new SessionClient(vertx, java.time.Duration.ofMillis(100));

    assertThat(failureOf(impatient.get(SALES)).code()).isEqualTo(ErrorCode.TIMEOUT);
  }

  @Test
  void shouldHearEveryEventOfASessionAndNoOther() throws Exception {
    LinkedBlockingQueue<SessionEvent> heard = new LinkedBlockingQueue<>();
    await(client.subscribe(SALES, heard::add));

    publish(Addresses.events(new SessionName("other")), 1);
    publish(Addresses.events(SALES), 2);

    SessionEvent event = heard.poll(30, TimeUnit.SECONDS);
    assertThat(event.seq()).isEqualTo(2);
    assertThat(event.dataAs(PairingCode.class).code()).isEqualTo("ABCD-1234");
    assertThat(heard).isEmpty();
  }

  @Test
  void shouldHearTheRoomAndAllSessionsApart() throws Exception {
    LinkedBlockingQueue<SessionEvent> room = new LinkedBlockingQueue<>();
    LinkedBlockingQueue<SessionEvent> all = new LinkedBlockingQueue<>();
    await(client.subscribeRoom(SALES, room::add));
    await(client.subscribeAll(all::add));

    publish(Addresses.room(SALES), 1);
    publish(Addresses.EVENTS, 2);

    assertThat(room.poll(30, TimeUnit.SECONDS).seq()).isEqualTo(1);
    assertThat(all.poll(30, TimeUnit.SECONDS).seq()).isEqualTo(2);
  }

  @Test
  void shouldHearNothingMoreAfterCancelling() throws Exception {
    LinkedBlockingQueue<SessionEvent> cancelled = new LinkedBlockingQueue<>();
    LinkedBlockingQueue<SessionEvent> kept = new LinkedBlockingQueue<>();
    Subscription subscription = await(client.subscribe(SALES, cancelled::add));
    await(client.subscribe(SALES, kept::add));

    await(subscription.cancel());
    publish(Addresses.events(SALES), 1);

    assertThat(kept.poll(30, TimeUnit.SECONDS)).isNotNull();
    assertThat(cancelled).isEmpty();
  }

  private void answer(String address, Function<SessionCommand, Record> handler) {
    vertx
        .eventBus()
        .<JsonObject>consumer(
            address,
            (Message<JsonObject> message) ->
                message.reply(
                    Wire.write(handler.apply(Wire.read(message.body(), SessionCommand.class)))));
  }

  private void publish(String address, long seq) {
    SessionEvent event =
        new SessionEvent(
            "01ARZ",
            seq,
            SessionEventType.PAIRING_CODE,
            SALES,
            "node-1",
            1,
            NOON,
            Wire.write(new PairingCode("ABCD-1234")));
    vertx.eventBus().publish(address, Wire.write(event));
  }

  private static SessionInfo info(SessionStatus status) {
    return new SessionInfo(
        SALES,
        status,
        Wanted.RUNNING,
        null,
        null,
        null,
        1,
        null,
        SessionConfig.DEFAULT,
        NOON,
        NOON);
  }

  private static <T> T await(Future<T> future) {
    CompletableFuture<T> result = future.toCompletionStage().toCompletableFuture();
    return result.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static WaggleException failureOf(Future<?> future) {
    try {
      throw new AssertionError("Expected a failure, not " + await(future));
    } catch (CompletionException e) {
      assertThat(e.getCause()).isInstanceOf(WaggleException.class);
      return (WaggleException) e.getCause();
    }
  }
}
