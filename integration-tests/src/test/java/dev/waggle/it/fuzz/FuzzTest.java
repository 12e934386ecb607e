package dev.waggle.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.chaos.standin.StandIn;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand requests to one node with Chromium. {@code -Dwaggle.fuzz.seed=…} repeats a run,
 * {@code -Dwaggle.fuzz.requests=…} makes it longer.
 */
class FuzzTest {

  private static final long SEED = Long.getLong("waggle.fuzz.seed", System.nanoTime() >>> 8);
  private static final int REQUESTS = Integer.getInteger("waggle.fuzz.requests", 10_000);

  /** What a request reaches that gets past its form and its key. */
  private static final Set<Integer> FROM_BEHIND = Set.of(200, 201, 202, 204, 404, 409, 422);

  /** A request that is only told to come later would prove nothing. */
  private static final List<String> NO_LIMITS =
      List.of(
          "gateway.limits.sends-per-minute=0",
          "gateway.limits.sends-per-day=0",
          "gateway.limits.requests-per-minute=0",
          "gateway.limits.failed-logins-per-minute=0");

  @TempDir static Path folder;
  private static StandIn standIn;
  private static WaggleJvm node;
  private static Phone correspondent;
  private static Footprint before;
  private static FuzzRun run;
  private static RequestFactory factory;

  @BeforeAll
  static void sendEverything() throws InterruptedException {
    standIn = StandIn.start();
    List<String> settings = new ArrayList<>(NO_LIMITS);
    settings.add("session.whatsapp.url=" + standIn.url());
    node = WaggleJvm.start(folder, "node", "both", settings);
    correspondent = standIn.phone("Correspondent");
    node.api().link("linked", standIn.phone("Linked"));
    node.api().create("scanning", JsonObject.of("qrMaxAttempts", 100));
    JsonObject stopped = JsonObject.of("name", "stopped", "start", false);
    node.api().http().post("/api/sessions", stopped).ok();
    JsonObject document = node.api().http().get("/openapi.json").ok().json();
    List<String> chats = List.of(correspondent.number(), "+" + correspondent.number(), "5511900");
    factory = new RequestFactory(document, WaggleJvm.KEY, chats, SEED);
    run = new FuzzRun(node.url(), factory);
    before = Footprint.of(node.process().pid());
    System.out.println("waggle.fuzz.seed=" + SEED);
    run.send(REQUESTS);
  }

  @AfterAll
  static void stop() {
    node.close();
    standIn.close();
  }

  @Test
  void shouldAnswerEveryRequestWithSuccessOrAProblemOfTheCallers() {
    assertThat(run.findings()).as("seed %d, %s", SEED, lastMovesOfTheLinkedSession()).isEmpty();
  }

  @Test
  void shouldReachWhatStandsBehindEveryOperation() {
    Map<String, Set<Integer>> answers = run.statuses();

    List<String> unreached =
        factory.operationIds().stream()
            .filter(
                id -> answers.getOrDefault(id, Set.of()).stream().noneMatch(FROM_BEHIND::contains))
            .collect(Collectors.toList());

    assertThat(unreached).as("seed %d", SEED).isEmpty();
  }

  @Test
  void shouldLogNoDefect() {
    List<String> defects =
        node.process()
            .output()
            .lines()
            .filter(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
            .toList();

    assertThat(defects).as("seed %d", SEED).isEmpty();
  }

  @Test
  void shouldHoldNoMoreMemoryAndFilesThanBefore() {
    Footprint after = Footprint.of(node.process().pid());

    assertThat(after.heapBytes() - before.heapBytes())
        .as("%s, %s", before, after)
        .isLessThan(24L << 20);
    assertThat(after.openFiles() - before.openFiles()).as("%s, %s", before, after).isLessThan(100);
  }

  @Test
  void shouldStillLinkASessionAndSend() {
    SessionApi api = node.api();
    assertThat(api.http().get("/health").status()).isEqualTo(200);

    api.link("afterwards", standIn.phone("Afterwards"));

    api.sendText("afterwards", correspondent.number(), "Still here").ok();
    assertThat(correspondent.texts()).contains("Still here");
  }

  private static String lastMovesOfTheLinkedSession() {
    return node.api().http().get("/api/sessions/linked/history").text();
  }
}
