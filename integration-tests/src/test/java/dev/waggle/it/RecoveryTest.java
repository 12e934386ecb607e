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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  private SingleNode waggle;
  private SessionApi api;
  private Phone phone;

  @BeforeEach
  void link() {
    waggle = SingleNode.start(folder);
    api = waggle.api();
    phone = waggle.standIn().phone("Ana");
    api.link("a", phone);
  }

  @AfterEach
  void stop() {
    waggle.close();
  }

  @Test
  void shouldWorkAgainWithoutAScanAfterARestart() {
    assertThat(waggle.node().process().terminate()).isZero();
    waggle.start();
    api = waggle.api();

    api.awaitStatus("a", "WORKING");

    assertThat(scans()).isEqualTo(1);
    api.sendText("a", waggle.standIn().phone("Bia").number(), "still here").ok();
  }

  @Test
  void shouldStayStoppedAfterARestartWhenItWasStopped() {
    api.order("a", "stop");
    api.awaitStatus("a", "STOPPED");
    waggle.node().process().terminate();
    waggle.start();
    api = waggle.api();

    assertThat(api.status("a")).isEqualTo("STOPPED");
    api.order("a", "start");
    api.awaitStatus("a", "WORKING");
    assertThat(scans()).isEqualTo(1);
  }

  @Test
  void shouldWorkAgainWithoutAScanWhenItsBrowserIsKilled() {
    List<ProcessHandle> browsers = browsersOf(folder);
    assertThat(browsers).isNotEmpty();

    browsers.forEach(ProcessHandle::destroyForcibly);

    await().atMost(SOON).until(() -> !api.status("a").equals("WORKING"));
    api.awaitStatus("a", "WORKING");
    assertThat(scans()).isEqualTo(1);
    assertThat(waggle.standIn().books().getInteger("maxConnections")).isEqualTo(1);
  }

  @Test
  void shouldGetWhatWasWrittenWhileTheBrowserWasAway() {
    api.order("a", "stop");
    api.awaitStatus("a", "STOPPED");
    waggle.standIn().phone("Bia").write(phone.number(), "are you there?");

    api.order("a", "start");
    api.awaitStatus("a", "WORKING");

    await().atMost(SOON).until(() -> waggle.standIn().books().getInteger("received") >= 1);
    assertThat(waggle.standIn().books().getInteger("lost")).isZero();
  }

  @Test
  void shouldBeLoggedOutWhenThePhoneUnlinksIt() {
    phone.unlink();

    JsonObject session = api.awaitStatus("a", "LOGGED_OUT");

    assertThat(session.getString("reason")).isNotBlank();
    await().atMost(SOON).until(() -> browsersOf(folder), List::isEmpty);
  }

  @Test
  void shouldShowANewQrAfterItLoggedOutItself() {
    api.order("a", "logout");
    api.awaitStatus("a", "LOGGED_OUT");
    await().atMost(SOON).until(() -> phone.devices().isEmpty());

    api.order("a", "start");
    api.scan("a", phone);

    assertThat(phone.devices()).hasSize(1);
  }

  @Test
  void shouldBeginAfreshWhenReset() {
    api.order("a", "reset");

    assertThat(api.awaitQrPng("a")).isNotEmpty();
  }

  @Test
  void shouldLeaveNothingBehindWhenItIsTerminated() {
    assertThat(waggle.node().process().terminate()).isZero();

    await().atMost(SOON).until(() -> Leftovers.processesNaming(folder), List::isEmpty);
    assertThat(Leftovers.filesIn(waggle.node().process().temporary())).isEmpty();
  }

  @Test
  void shouldLeaveNoBrowserBehindWhenItIsKilled() {
    waggle.node().process().kill();

    await().atMost(SOON).until(() -> Leftovers.processesNaming(folder), List::isEmpty);
  }

  private int scans() {
    return waggle.standIn().books().getInteger("scans");
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
