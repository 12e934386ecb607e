package dev.waggle.contract.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.LiveSession;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The callback style over a real bus, with the test in the place of the session's owner. */
class SessionCallbacksTest {

  private static final SessionName SALES = new SessionName("sales");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();
  private final List<String> actions = new ArrayList<>();

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
  void shouldTellTheStatusAndTheQrThatAreThereAlready() throws Exception {
    answerCommands();
    answerObserve(live(SessionStatus.SCAN_QR_CODE, qr(3), 4, 10));

    ClientHandle handle = await(client.getOrCreateClientWithCallbacks(SALES, callbacks()));

    assertThat(next()).isEqualTo("notLogged");
    assertThat(next()).isEqualTo(new QrData("data:image/png;base64,AA", "█", 3, "2@x", SALES));
    assertThat(handle.session()).isEqualTo(SALES);
    assertThat(actions).containsExactly("create");
  }

  @Test
  void shouldTellEveryQrAndEveryStatusInOrder() throws Exception {
    answerCommands();
    answerObserve(live(SessionStatus.STARTING, null, 4, 1));
    await(client.getOrCreateClientWithCallbacks(SALES, callbacks()));
    assertThat(next()).isEqualTo("notLogged");

    move(4, 2, SessionStatus.STARTING, SessionStatus.SCAN_QR_CODE);
    publish(4, 3, SessionEventType.QR, qr(1));
    move(4, 5, SessionStatus.SCAN_QR_CODE, SessionStatus.AUTHENTICATED);
    move(4, 6, SessionStatus.AUTHENTICATED, SessionStatus.WORKING);

    assertThat(next()).isEqualTo("notLogged");
    assertThat(next()).isInstanceOf(QrData.class);
    assertThat(next(4)).containsExactly("qrReadSuccess", "authenticated", "ready", "inChat");
  }

  @Test
  void shouldDropWhatAnEarlierOwnerSaysAndWhatWasToldAlready() throws Exception {
    answerCommands();
    answerObserve(live(SessionStatus.STARTING, null, 4, 10));
    await(client.getOrCreateClientWithCallbacks(SALES, callbacks()));
    assertThat(next()).isEqualTo("notLogged");

    move(3, 99, SessionStatus.SCAN_QR_CODE, SessionStatus.FAILED);
    move(4, 10, SessionStatus.SCAN_QR_CODE, SessionStatus.FAILED);
    move(5, 1, SessionStatus.STARTING, SessionStatus.WORKING);
    move(4, 11, SessionStatus.SCAN_QR_CODE, SessionStatus.FAILED);
    move(5, 2, SessionStatus.WORKING, SessionStatus.RECONNECTING);

    assertThat(next(3)).containsExactly("ready", "inChat", "notLogged");
  }

  @Test
  void shouldHoldBackWhatHappensWhileThePresentStateIsAskedFor() throws Exception {
    answerCommands();
    vertx
        .eventBus()
        .<JsonObject>consumer(
            Addresses.owner(SALES),
            message -> {
              move(4, 2, SessionStatus.STARTING, SessionStatus.SCAN_QR_CODE);
              move(4, 3, SessionStatus.SCAN_QR_CODE, SessionStatus.AUTHENTICATED);
              message.reply(Wire.write(live(SessionStatus.SCAN_QR_CODE, null, 4, 2)));
            });

    await(client.getOrCreateClientWithCallbacks(SALES, callbacks()));

    assertThat(next(3)).containsExactly("notLogged", "qrReadSuccess", "authenticated");
  }

  @Test
  void shouldTellWhatTheStartAnsweredWhenTheOwnerCannotBeAskedYet() throws Exception {
    answerCommands();

    await(client.getOrCreateClientWithCallbacks(SALES, callbacks()));
    move(4, 1, SessionStatus.STARTING, SessionStatus.FAILED);

    assertThat(next(2)).containsExactly("notLogged", "error");
  }

  @Test
  void shouldGoOnAfterACallbackThatThrows() throws Exception {
    answerCommands();
    answerObserve(live(SessionStatus.WORKING, null, 4, 1));
    SessionCallbacks failing =
        new SessionCallbacks() {
          @Override
          public void onStatusChange(StatusData statusData) {
            told.add(statusData.status().wireName());
            throw new IllegalStateException("This listener has a defect.");
          }
        };
    LinkedBlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
    vertx.exceptionHandler(reported::add);

    await(client.getOrCreateClientWithCallbacks(SALES, failing));
    move(4, 2, SessionStatus.WORKING, SessionStatus.RECONNECTING);

    assertThat(next(2)).containsExactly("ready", "notLogged");
    assertThat(reported.poll(30, TimeUnit.SECONDS)).hasMessageContaining("defect");
  }

  @Test
  void shouldTellNothingMoreAfterClosing() throws Exception {
    answerCommands();
    answerObserve(live(SessionStatus.STARTING, null, 4, 1));
    ClientHandle closed = await(client.getOrCreateClientWithCallbacks(SALES, callbacks()));
    assertThat(next()).isEqualTo("notLogged");
    LinkedBlockingQueue<SessionEvent> others = new LinkedBlockingQueue<>();
    await(client.subscribeRoom(SALES, others::add));

    await(closed.close());
    await(closed.close());
    move(4, 2, SessionStatus.STARTING, SessionStatus.WORKING);

    assertThat(others.poll(30, TimeUnit.SECONDS)).isNotNull();
    assertThat(told).isEmpty();
  }

  @Test
  void shouldFailAndTellNothingWhenTheSessionCannotBeStarted() {
    vertx
        .eventBus()
        .<JsonObject>consumer(
            Addresses.SESSIONS,
            message -> message.fail(ErrorCode.NO_CAPACITY.busCode(), "Every node is full."));

    Future<ClientHandle> opened = client.getOrCreateClientWithCallbacks(SALES, callbacks());

    assertThat(opened.toCompletionStage().toCompletableFuture())
        .failsWithin(java.time.Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(WaggleException.class)
        .withMessage("Every node is full.");
    assertThat(told).isEmpty();
  }

  @Test
  void shouldStartASessionThatIsThereWithoutCallbacks() {
    vertx
        .eventBus()
        .<JsonObject>consumer(
            Addresses.SESSIONS,
            message -> {
              actions.add(message.body().getString("action"));
              if (actions.size() == 1) {
                message.fail(ErrorCode.SESSION_EXISTS.busCode(), "There is one.");
              } else {
                message.reply(Wire.write(info(SessionStatus.WORKING)));
              }
            });

    ClientHandle handle = await(client.getOrCreateClient(SALES));

    assertThat(await(handle.info()).status()).isEqualTo(SessionStatus.WORKING);
    assertThat(actions).containsExactly("create", "start", "get");
    assertThat(await(handle.close())).isNull();
  }

  private SessionCallbacks callbacks() {
    return new SessionCallbacks() {
      @Override
      public void onQRCode(QrData qrData) {
        told.add(qrData);
      }

      @Override
      public void onStatusChange(StatusData statusData) {
        told.add(statusData.status().wireName());
      }
    };
  }

  private Object next() throws InterruptedException {
    return told.poll(30, TimeUnit.SECONDS);
  }

  private List<Object> next(int count) throws InterruptedException {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(next());
    }
    return all;
  }

  private void answerCommands() {
    vertx
        .eventBus()
        .<JsonObject>consumer(
            Addresses.SESSIONS,
            (Message<JsonObject> message) -> {
              actions.add(message.body().getString("action"));
              message.reply(Wire.write(info(SessionStatus.STARTING)));
            });
  }

  private void answerObserve(LiveSession live) {
    vertx
        .eventBus()
        .<JsonObject>consumer(Addresses.owner(SALES), message -> message.reply(Wire.write(live)));
  }

  private void move(long generation, long seq, SessionStatus from, SessionStatus to) {
    publish(
        generation,
        seq,
        SessionEventType.STATUS,
        new StatusChanged(to, from, "The page says so.", null, null));
  }

  private void publish(long generation, long seq, SessionEventType type, Record data) {
    SessionEvent event =
        new SessionEvent("01ARZ", seq, type, SALES, "node-1", generation, NOON, Wire.write(data));
    vertx.eventBus().publish(Addresses.room(SALES), Wire.write(event));
  }

  private static LiveSession live(SessionStatus status, QrCode qr, long generation, long seq) {
    return new LiveSession(info(status), qr, 0, generation, seq, true);
  }

  private static QrCode qr(int attempt) {
    return new QrCode(
        "2@x", "data:image/png;base64,AA", "█", attempt, 5, NOON, NOON.plusSeconds(60));
  }

  private static SessionInfo info(SessionStatus status) {
    return new SessionInfo(
        SALES,
        status,
        Wanted.RUNNING,
        null,
        null,
        "node-1",
        4,
        null,
        SessionConfig.DEFAULT,
        NOON,
        NOON);
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }
}
