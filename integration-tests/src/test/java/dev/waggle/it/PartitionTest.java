package dev.waggle.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.chaos.process.Namespace;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.TwoMachines;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that is cut off from database and cluster, and not from WhatsApp: to itself it looks well,
 * and so does its session.
 */
@Tag("root")
@TestMethodOrder(OrderAnnotation.class)
class PartitionTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static Namespace namespace;
  private static Namespace.Link cluster;
  private static TwoMachines machines;
  private static Phone phone;

  @BeforeAll
  static void link() throws Exception {
    namespace = Namespace.create();
    cluster = namespace.link();
    machines = TwoMachines.apart(folder, namespace, cluster, namespace.link());
    phone = machines.standIn().phone("Ana");
    machines.api().link("a", phone);
    machines.startFirst();
  }

  @AfterAll
  static void stop() {
    // What is running in a namespace keeps it.
    if (machines != null) {
      machines.close();
    }
    if (namespace != null) {
      namespace.close();
    }
  }

  @Test
  @Order(1)
  void shouldLoseItsSessionToTheSideOfTheDatabase() {
    cluster.cut();

    machines.awaitWorkingOn(machines.first(), "a");
    assertConnectedOnceAndLinkedOnce();
  }

  @Test
  @Order(2)
  void shouldRunNoBrowserAndSayWhyWhileItIsCutOff() {
    WaggleJvm alone = machines.second();

    await().atMost(SOON).until(() -> machines.browsersOf(alone), List::isEmpty);

    alone.process().awaitOutput("event=not-rejoined", SOON);
    assertThat(namespace.run("curl", "-s", alone.managementUrl() + "/ready"))
        .contains("The node has no lease")
        .contains("database");
  }

  @Test
  @Order(3)
  void shouldBeUsefulAgainWhenTheLinkIsMended() {
    cluster.mend();

    await().atMost(SOON).until(() -> TwoMachines.leasesBegun(machines.second()) >= 2);
    machines.awaitHeardBy(machines.second());
    machines.api().createAndStart("b");
    assertThat(machines.api().awaitQrPng("b")).isNotEmpty();
    assertThat(machines.ownerOf("b")).isSameAs(machines.second());
    assertConnectedOnceAndLinkedOnce();
  }

  private static void assertConnectedOnceAndLinkedOnce() {
    JsonObject books = machines.standIn().books();
    assertThat(books.getInteger("scans")).isEqualTo(1);
    assertThat(books.getInteger("maxConnections")).isEqualTo(1);
    assertThat(phone.devices()).hasSize(1);
  }
}
