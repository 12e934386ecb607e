package dev.waggle.session.browser;

import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.EventData.StatusChanged;
import dev.waggle.contract.QrCode;
import dev.waggle.contract.SessionClient;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionEventType;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.health.Instruments;
import dev.waggle.session.node.SessionNodeVerticle;
import dev.waggle.session.settings.BrowserSettings;
import dev.waggle.session.settings.SessionNodeSettings;
import dev.waggle.session.settings.WhatsAppSettings;
import dev.waggle.session.support.EventLog;
import dev.waggle.session.support.FastSettings;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two linked sessions on one driver, in real Chromium: what dies or hangs is replaced in place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecycledBrowserTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Many times what a browser on the stand-in needs. */
  private static final long BUDGET_MIB = 600;

  /** A page that misses two of them is silent; the neighbour of one that hangs may not. */
  private static final Duration PROBES = Duration.ofSeconds(2);

  @TempDir static Path data;

  private final Vertx vertx = Vertx.vertx();
  private final SessionClient client = new SessionClient(vertx);
  private final Linked ana = new Linked("ana", "5511930000001");
  private final Linked bia = new Linked("bia", "5511930000002");
  private StandIn standIn;
  private String deployment;

  @BeforeAll
  void linkTwoSessions() {
    standIn = new StandIn();
    SessionNodeVerticle node =
        new SessionNodeVerticle(
            settings(), same -> new ChromiumPages(same, settings()), Instruments.unread());
    deployment = await(vertx.deployVerticle(node));
    ana.link();
    bia.link();
    assertThat(drivers()).hasSize(1);
  }

  @AfterEach
  void shouldNeverBeScannedAgainNorConnectedTwice() {
    assertThat(standIn.totals().getInteger("scans")).isEqualTo(2);
    assertThat(standIn.totals().getInteger("maxConnections")).isEqualTo(1);
  }

  @AfterAll
  void stopNode() {
    await(vertx.undeploy(deployment));
    await(vertx.close());
    standIn.close();
  }

  @Test
  void shouldReplaceABrowserWhosePageHasCrashed() {
    ana.forget();

    ana.process("renderer").destroyForcibly();

    assertThat(ana.awaitReturn().cause()).isEqualTo(StatusCause.PAGE_CRASHED);
  }

  @Test
  void shouldReplaceABrowserWhosePageHangsAndLeaveItsNeighbourAlone() {
    forgetAll();
    List<ProcessHandle> before = ana.processes();

    standIn.fault("hangPage", new JsonObject().put("number", ana.number).put("count", 1));

    assertThat(ana.awaitReturn().cause()).isEqualTo(StatusCause.PAGE_SILENT);
    assertThat(before).noneMatch(ProfileProcesses::runs);
    assertThat(bia.events.changes()).isEmpty();
  }

  @Test
  void shouldReplaceABrowserThatIsStoppedAsAWhole() throws Exception {
    forgetAll();
    List<ProcessHandle> before = ana.processes();

    for (ProcessHandle process : before) {
      Signal.send("STOP", process);
    }

    assertThat(ana.awaitReturn().cause()).isEqualTo(StatusCause.PAGE_SILENT);
    assertThat(before).noneMatch(ProfileProcesses::runs);
    assertThat(bia.events.changes()).isEmpty();
  }

  @Test
  void shouldMoveEverySessionOfADriverThatIsStoppedToAnotherAndKillIt() throws Exception {
    forgetAll();
    ProcessHandle driver = drivers().findFirst().orElseThrow();

    Signal.send("STOP", driver);

    ana.awaitReturn();
    bia.awaitReturn();
    Awaitility.await().atMost(LIMIT).until(() -> !driver.isAlive());
    assertThat(drivers()).hasSize(1);
  }

  @Test
  void shouldReplaceABrowserThatHoldsMoreMemoryThanItMay() {
    forgetAll();

    standIn.fault(
        "growPage",
        new JsonObject().put("number", ana.number).put("count", 1).put("mib", BUDGET_MIB));

    StatusChanged lost = ana.awaitReturn();
    assertThat(lost.cause()).isEqualTo(StatusCause.MEMORY_OVER_BUDGET);
    assertThat(lost.reason()).containsPattern("used \\d{3,4} MiB of 600");
    assertThat(bia.events.changes()).isEmpty();
  }

  private void forgetAll() {
    ana.forget();
    bia.forget();
  }

  private static Stream<ProcessHandle> drivers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("/node"));
  }

  private SessionNodeSettings settings() {
    SessionNodeSettings fast = FastSettings.in(data);
    return new SessionNodeSettings(
        data,
        10,
        fast.minFreeMemory(),
        new WhatsAppSettings(standIn.url(), null, "", true),
        inAHurry(),
        fast.linking(),
        FastSettings.probing(PROBES),
        fast.snapshots(),
        SessionNodeSettings.DEFAULT.lease(),
        fast.drain(),
        fast.database());
  }

  private static BrowserSettings inAHurry() {
    BrowserSettings usual = BrowserSettings.DEFAULT;
    return new BrowserSettings(
        usual.executable(),
        usual.headlessShell(),
        usual.sandbox(),
        usual.extraArgs(),
        usual.sessionsPerDriver(),
        usual.parallelLaunches(),
        usual.launchTimeout(),
        usual.navigationTimeout(),
        usual.commandTimeout(),
        Duration.ofSeconds(1),
        BUDGET_MIB * 1024 * 1024,
        Duration.ofMillis(500));
  }

  /** A session that was linked once and must never be linked again. */
  private final class Linked {
    private final SessionName name;
    private final String number;
    private volatile EventLog events = new EventLog();

    Linked(String name, String number) {
      this.name = new SessionName(name);
      this.number = number;
    }

    void link() {
      await(client.subscribe(name, event -> events.add(event)));
      await(client.create(name, true, SessionConfig.DEFAULT));
      awaitEvent(SessionEventType.QR);
      QrCode qr = events.ofType(SessionEventType.QR).get(0).dataAs(QrCode.class);
      standIn.scan(standIn.phone(number), qr.urlCode());
      awaitEvent(SessionEventType.COMPLETE);
    }

    private void awaitEvent(SessionEventType type) {
      Awaitility.await().atMost(LIMIT).until(() -> !events.ofType(type).isEmpty());
    }

    void forget() {
      events = new EventLog();
    }

    /** Why it was RECONNECTING, when it works again. */
    StatusChanged awaitReturn() {
      Awaitility.await()
          .atMost(LIMIT)
          .untilAsserted(() -> assertThat(events.statuses()).endsWith(SessionStatus.WORKING));
      assertThat(events.ofType(SessionEventType.QR)).isEmpty();
      return events.changes().get(0);
    }

    ProcessHandle process(String type) {
      return processes().stream()
          .filter(
              one ->
                  ProfileProcesses.arguments(one).anyMatch(word -> word.contains("--type=" + type)))
          .findFirst()
          .orElseThrow();
    }

    List<ProcessHandle> processes() {
      return new ProfileProcesses(data.resolve("profiles").resolve(name.value())).running();
    }
  }
}
