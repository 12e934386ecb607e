package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.chaos.standin.StandIn;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.Viewer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways and two session nodes, each a JVM of its own, joined over loopback. */
class ClusterTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static ClusterJvms cluster;
  private static StandIn standIn;
  private static WaggleJvm first;
  private static WaggleJvm second;

  @BeforeAll
  static void start() {
    cluster = ClusterJvms.start(folder);
    standIn = cluster.standIn();
    first = cluster.first();
    second = cluster.second();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void shouldShowTheQrToAViewerOfAnotherGateway() throws Exception {
    try (Viewer viewer = Viewer.watch(second.url(), WaggleJvm.KEY, "waggle.session.across.room")) {
      first.api().createAndStart("across");

      await().atMost(SOON).until(() -> !viewer.events("session.qr").isEmpty());

      String shown = viewer.events("session.qr").get(0).getJsonObject("data").getString("urlCode");
      standIn.phone("Ana").scan(shown).ok();
      second.api().awaitStatus("across", "WORKING");
      await().atMost(SOON).until(() -> viewer.events("session.complete").size() == 1);
    }
  }

  @Test
  void shouldSpreadSessionsOverTheNodes() {
    List<String> names = List.of("spread-1", "spread-2", "spread-3", "spread-4");
    names.forEach(first.api()::createAndStart);

    Set<String> nodes =
        names.stream()
            .map(name -> second.api().awaitStatus(name, "SCAN_QR_CODE").getString("node"))
            .collect(Collectors.toSet());

    assertThat(nodes).hasSize(2);
  }

  @Test
  void shouldServeAServiceThatKnowsOnlyTheContract() {
    Phone account = standIn.phone("Shop");
    Phone customer = standIn.phone("Bia");
    try (ExampleService service =
        ExampleService.start(cluster, "greeting", customer.number(), "Welcome")) {
      account.scan(first.api().awaitQrPng("greeting")).ok();

      await().atMost(SOON).until(customer::texts, List.of("Welcome")::equals);
      customer.write(account.number(), "bye");

      assertThat(service.await()).isZero();
      assertThat(service.output())
          .contains("CREATED greeting", "STATUS SCAN_QR_CODE", "STATUS WORKING")
          .contains("SENT ack", "RECEIVED bye");
    }
  }
}
