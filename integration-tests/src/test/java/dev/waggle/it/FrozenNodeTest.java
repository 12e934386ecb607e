package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.process.NodeIds;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.contract.Addresses;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.it.support.TwoMachines;
import dev.waggle.it.support.Viewer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A node whose JVM is stopped, while its browser runs on; then the database goes for a while. */
@TestMethodOrder(OrderAnnotation.class)
class FrozenNodeTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static TwoMachines machines;
  private static Phone phone;
  private static Phone friend;
  private static Viewer viewer;
  private static WaggleJvm frozen;
  private static CompletableFuture<Json.Answer> intoTheIce;
  private static final List<String> written = new ArrayList<>();

  @BeforeAll
  static void link() throws Exception {
    machines = TwoMachines.here(folder);
    phone = machines.standIn().phone("Ana");
    friend = machines.standIn().phone("Bia");
    machines.api().link("a", phone);
    machines.startFirst();
    viewer =
        Viewer.watch(
            machines.gateway().url(), WaggleJvm.KEY, Addresses.events(new SessionName("a")));
  }

  @AfterAll
  static void stop() {
    viewer.close();
    machines.close();
  }

  @Test
  @Order(1)
  void shouldWorkOnTheOtherNodeWithoutAScan() {
    frozen = machines.ownerOf("a");
    WaggleJvm other = machines.otherThan(frozen);

    frozen.process().freeze();
    intoTheIce =
        CompletableFuture.supplyAsync(
            () -> machines.api().sendText("a", friend.number(), "into the ice"));

    machines.awaitWorkingOn(other, "a");
    assertConnectedOnceAndLinkedOnce();
  }

  @Test
  @Order(2)
  void shouldShowViewersTheWayToTheNewNode() {
    String node = NodeIds.in(machines.otherThan(frozen).process()).orElseThrow();

    await().atMost(SOON).until(() -> statuses(node).contains("WORKING"));

    assertThat(statuses(node)).startsWith("RECONNECTING").doesNotContain("SCAN_QR_CODE");
  }

  @Test
  @Order(3)
  void shouldTellOnceWhatIsWrittenToTheNewOwner() {
    friend.write(phone.number(), "out of the ice");

    await().atMost(SOON).until(() -> !received("out of the ice").isEmpty());
    assertThat(received("out of the ice")).hasSize(1);
    assertThat(machines.standIn().books().getInteger("lost")).isZero();
    assertThat(machines.standIn().books().getInteger("duplicated")).isZero();
  }

  @Test
  @Order(4)
  void shouldCloseItsBrowserAndTakeNewSessionsWhenItRunsAgain() throws Exception {
    frozen.process().thaw();

    writeUntil(() -> TwoMachines.leasesBegun(frozen) == 2);
    assertThat(machines.browsersOf(frozen)).isEmpty();
    writeUntil(() -> machines.isHeardBy(frozen));
    machines.api().createAndStart("b");
    assertThat(machines.api().awaitQrPng("b")).isNotEmpty();
    assertThat(machines.ownerOf("b")).isSameAs(frozen);
    assertConnectedOnceAndLinkedOnce();
  }

  @Test
  @Order(5)
  void shouldHaveToldEveryMessageThatWasWrittenWhileTheClusterMerged() {
    assertThat(written).isNotEmpty();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(written).allMatch(text -> received(text).size() == 1));
  }

  @Test
  @Order(6)
  void shouldHaveSentOnceWhatReachedItWhileItWasFrozenAndIfItWasConfirmed() throws Exception {
    Json.Answer answer = intoTheIce.get(60, TimeUnit.SECONDS);
    boolean confirmed = answer.status() < 300;

    assertThat(confirmed || answer.status() == 503 || answer.status() == 504)
        .as("status %s", answer.status())
        .isTrue();
    if (confirmed) {
      await().atMost(SOON).until(() -> friend.texts().contains("into the ice"));
    }
    assertThat(friend.texts().stream().filter("into the ice"::equals).count())
        .isEqualTo(confirmed ? 1 : 0);
  }

  @Test
  @Order(7)
  void shouldStopInTimeWhenTheDatabaseIsAwayAndComeBackWithIt() throws Exception {
    WaggleJvm owner = machines.ownerOf("a");

    machines.database().stop();
    await().atMost(SOON).until(() -> machines.standIn().books().getInteger("connections") == 0);
    await().atMost(SOON).until(() -> machines.browsersOf(owner).isEmpty());
    assertThat(readiness(owner)).contains("\"lease\"").contains("has no lease");

    machines.database().startAgain();
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> "WORKING".equals(machines.api().status("a")));
    assertConnectedOnceAndLinkedOnce();
  }

  /** One message after the other, ten in a second, until something has come true. */
  private static void writeUntil(Callable<Boolean> comesTrue) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              String text = "while it merges " + written.size();
              friend.write(phone.number(), text);
              written.add(text);
              return comesTrue.call();
            });
  }

  private static void assertConnectedOnceAndLinkedOnce() {
    JsonObject books = machines.standIn().books();
    assertThat(books.getInteger("scans")).isEqualTo(1);
    assertThat(books.getInteger("maxConnections")).isEqualTo(1);
    assertThat(phone.devices()).hasSize(1);
  }

  private static List<String> statuses(String node) {
    return viewer.events(SessionEventType.STATUS.wireName()).stream()
        .filter(event -> node.equals(event.getString("node")))
        .map(event -> event.getJsonObject("data").getString("status"))
        .toList();
  }

  private static List<JsonObject> received(String text) {
    return viewer.events(SessionEventType.MESSAGE.wireName()).stream()
        .filter(event -> text.equals(event.getJsonObject("data").getString("body")))
        .toList();
  }

  private static String readiness(WaggleJvm node) {
    return new Json(node.managementUrl(), Map.of()).get("/ready").text();
  }
}
