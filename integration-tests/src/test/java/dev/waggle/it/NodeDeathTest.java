package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.Json.Answer;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.SessionEvent;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.it.support.DyingMachine;
import dev.waggle.it.support.Viewer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine dies with accounts on it that were linked one after the other, a second apart, the last
 * one just now. Two others, which share nothing with it but a database, go on with them.
 *
 * <p>{@code -Dwaggle.death.sessions}, {@code .survivors} and {@code .pace} (in ms) make more of it:
 * sixty sessions are every second of the first minute.
 */
@TestMethodOrder(OrderAnnotation.class)
class NodeDeathTest {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String BEFORE_ID = "3EB0AAAAAAAAAAAAAAAA01";
  private static final String BETWEEN_ID = "3EB0AAAAAAAAAAAAAAAA02";

  @TempDir static Path folder;
  private static DyingMachine machine;
  private static SessionApi api;
  private static Phone friend;
  private static Viewer viewer;
  private static CompletableFuture<Answer> between;

  @BeforeAll
  static void die() throws Exception {
    machine =
        DyingMachine.start(
            folder,
            Integer.getInteger("waggle.death.sessions", 7),
            Integer.getInteger("waggle.death.survivors", 2),
            Duration.ofMillis(Long.getLong("waggle.death.pace", 1000)));
    List<WaggleJvm> survivors = machine.survivors();
    api = survivors.get(0).api();
    friend = machine.standIn().phone("Bia");
    String last = survivors.get(survivors.size() - 1).url();
    viewer = Viewer.watch(last, WaggleJvm.KEY, "waggle.session." + first() + ".events");
    machine.linkAll();
    send("before", BEFORE_ID).ok();
    machine.die();
    between = CompletableFuture.supplyAsync(() -> send("between", BETWEEN_ID));
  }

  @AfterAll
  static void stop() throws Exception {
    viewer.close();
    machine.close();
  }

  @Test
  @Order(1)
  void shouldBringEveryAccountBackWithoutAScanHoweverYoungItsLink() {
    machine.awaitWorkingAgain(SOON);

    JsonObject books = machine.standIn().books();
    assertThat(books.getInteger("scans")).isEqualTo(machine.names().size());
    assertThat(books.getInteger("maxConnections")).isEqualTo(1);
  }

  @Test
  @Order(2)
  void shouldClaimEachSessionOnceAndSpreadThemEvenly() {
    List<JsonObject> sessions = machine.names().stream().map(api::session).toList();

    assertThat(sessions).allMatch(session -> session.getInteger("generation") == 2);
    Map<String, Long> perNode =
        sessions.stream()
            .collect(Collectors.groupingBy(s -> s.getString("node"), Collectors.counting()));
    assertThat(perNode).hasSize(machine.survivors().size());
    long most = perNode.values().stream().max(Long::compare).orElseThrow();
    long least = perNode.values().stream().min(Long::compare).orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(1);
  }

  @Test
  @Order(3)
  void shouldShowAViewerOfAnotherGatewayThatItReconnectsAndWorks() {
    await().atMost(SOON).until(() -> statusesSeen().count() >= 2);
    List<SessionEvent> seen = statusesSeen().toList();

    assertThat(seen)
        .extracting(event -> event.dataAs(StatusChanged.class).status())
        .containsExactly(SessionStatus.RECONNECTING, SessionStatus.WORKING);
    assertThat(seen.get(0).dataAs(StatusChanged.class).cause()).isEqualTo(StatusCause.NODE_GONE);
    assertThat(seen)
        .extracting(SessionEvent::node)
        .containsOnly(api.session(first()).getString("node"));
  }

  @Test
  @Order(4)
  void shouldAnswerACommandInBetweenAndDeliverItOnceHoweverOftenItIsRepeated() {
    assertThat(between.join().status()).isIn(200, 201, 503);

    await().atMost(SOON).until(() -> send("between", BETWEEN_ID).status() / 100 == 2);
    send("between", BETWEEN_ID).ok();

    assertThat(friend.texts()).containsOnlyOnce("between");
  }

  @Test
  @Order(5)
  void shouldRecogniseAMessageThatTheDeadMachineHadSent() {
    send("before", BEFORE_ID).ok();

    assertThat(friend.texts()).containsOnlyOnce("before");
  }

  @Test
  @Order(6)
  void shouldLeaveNoProcessOfTheDeadMachineBehind() {
    await().atMost(SOON).until(() -> Leftovers.processesNaming(machine.folder()), List::isEmpty);
  }

  /** What the second owner told. */
  private static Stream<SessionEvent> statusesSeen() {
    return viewer.events("session.status").stream()
        .map(json -> dev.waggle.contract.Wire.read(json, SessionEvent.class))
        .filter(event -> event.generation() == 2);
  }

  private static Answer send(String text, String id) {
    return api.http()
        .post(
            "/api/sendText",
            new JsonObject()
                .put("session", first())
                .put("chatId", friend.number())
                .put("text", text)
                .put("messageId", id));
  }

  private static String first() {
    return machine.names().get(0);
  }
}
