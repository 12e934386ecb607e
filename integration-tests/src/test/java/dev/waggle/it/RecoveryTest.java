package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.Leftovers;
import dev.waggle.chaos.standin.Phone;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One node for all, each with a session of its own; those that end the node come last. */
@TestMethodOrder(OrderAnnotation.class)
class RecoveryTest {

  private static final int LAST = Integer.MAX_VALUE;

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static SingleNode waggle;
  private static int tests;

  private SessionApi api;
  private String session;
  private Phone phone;
  private int scans;

  @BeforeAll
  static void start() {
    waggle = SingleNode.start(folder);
  }

  @AfterAll
  static void stop() {
    waggle.close();
  }

  @BeforeEach
  void link() {
    if (!waggle.node().process().isAlive()) {
      waggle.start();
    }
    api = waggle.api();
    tests++;
    session = "session-" + tests;
    phone = waggle.standIn().phone("Phone " + tests);
    scans = booked("scans");
    api.link(session, phone);
  }

  @AfterEach
  void delete() {
    if (waggle.node().process().isAlive()) {
      api.http().delete("/api/sessions/" + session).ok();
    }
  }

  @Test
  void shouldWorkAgainWithoutAScanAfterARestart() {
    assertThat(waggle.node().process().terminate()).isZero();
    waggle.start();
    api = waggle.api();

    api.awaitStatus(session, "WORKING");

    assertThat(booked("scans")).isEqualTo(scans + 1);
    api.sendText(session, waggle.standIn().phone("Bia").number(), "still here").ok();
  }

  @Test
  void shouldStayStoppedAfterARestartWhenItWasStopped() {
    api.order(session, "stop");
    api.awaitStatus(session, "STOPPED");
    waggle.node().process().terminate();
    waggle.start();
    api = waggle.api();

    assertThat(api.status(session)).isEqualTo("STOPPED");
    api.order(session, "start");
    api.awaitStatus(session, "WORKING");
    assertThat(booked("scans")).isEqualTo(scans + 1);
  }

  @Test
  void shouldWorkAgainWithoutAScanWhenItsBrowserIsKilled() {
    List<ProcessHandle> browsers = browsersOf(folder);
    assertThat(browsers).isNotEmpty();

    browsers.forEach(ProcessHandle::destroyForcibly);

    await().atMost(SOON).untilAsserted(() -> assertThat(moves()).contains("RECONNECTING"));
    api.awaitStatus(session, "WORKING");
    assertThat(booked("scans")).isEqualTo(scans + 1);
    assertThat(booked("maxConnections")).isEqualTo(1);
  }

  @Test
  void shouldGetWhatWasWrittenWhileTheBrowserWasAway() {
    int received = booked("received");
    api.order(session, "stop");
    api.awaitStatus(session, "STOPPED");
    waggle.standIn().phone("Bia").write(phone.number(), "are you there?");

    api.order(session, "start");
    api.awaitStatus(session, "WORKING");

    await().atMost(SOON).until(() -> booked("received") > received);
    assertThat(booked("lost")).isZero();
  }

  @Test
  void shouldBeLoggedOutWhenThePhoneUnlinksIt() {
    phone.unlink();

    JsonObject unlinked = api.awaitStatus(session, "LOGGED_OUT");

    assertThat(unlinked.getString("reason")).isNotBlank();
    await().atMost(SOON).until(() -> browsersOf(folder), List::isEmpty);
  }

  @Test
  void shouldShowANewQrAfterItLoggedOutItself() {
    api.order(session, "logout");
    api.awaitStatus(session, "LOGGED_OUT");
    await().atMost(SOON).until(() -> phone.devices().isEmpty());

    api.order(session, "start");
    api.scan(session, phone);

    assertThat(phone.devices()).hasSize(1);
  }

  @Test
  void shouldBeginAfreshWhenReset() {
    api.order(session, "reset");

    assertThat(api.awaitQrPng(session)).isNotEmpty();
  }

  @Test
  @Order(LAST - 1)
  void shouldLeaveNothingBehindWhenItIsTerminated() {
    assertThat(waggle.node().process().terminate()).isZero();

    await().atMost(SOON).until(() -> Leftovers.processesNaming(folder), List::isEmpty);
    assertThat(Leftovers.filesIn(waggle.node().process().temporary())).isEmpty();
  }

  @Test
  @Order(LAST)
  void shouldLeaveNoBrowserBehindWhenItIsKilled() {
    waggle.node().process().kill();

    await().atMost(SOON).until(() -> Leftovers.processesNaming(folder), List::isEmpty);
  }

  private List<String> moves() {
    return api.history(session).stream().map(move -> move.getString("to")).toList();
  }

  private static int booked(String what) {
    return waggle.standIn().books().getInteger(what);
  }

  /** The browser processes themselves: what they start dies with them. */
  private static List<ProcessHandle> browsersOf(Path folder) {
    return Leftovers.processesNaming(folder).stream()
        .filter(line -> line.contains("--user-data-dir=") && !line.contains("--type="))
        .map(line -> ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' ')))))
        .flatMap(java.util.Optional::stream)
        .toList();
  }
}
