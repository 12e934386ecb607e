package dev.waggle.it.dialects;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.OnSharedCluster;
import dev.waggle.it.support.SnippetPage;
import dev.waggle.it.support.WebBrowser;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The event flow of the System Update: created and started through one gateway, seen on the other
 * by the document's listeners and on the sessions page.
 */
@OnSharedCluster
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemUpdateTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String ID = "Nama-Session";

  /** The document's page hears of all of its user's sessions. */
  private static final String BEFORE =
      "const socket = io();"
          + " socket.emit('watch-sessions', { events: false }, () => (window.watching = true));";

  private static final String AFTER =
      "note(socket, 'qr', 'ready', 'disconnected', 'auth_failure', 'qr_timeout');";

  private static ClusterJvms cluster;
  private static SessionApi api;
  private static Phone phone;
  private static WebBrowser browser;
  private static Page snippet;
  private static Page sessions;

  @BeforeAll
  static void openThePages(ClusterJvms shared) {
    cluster = shared;
    api = cluster.first().api();
    phone = cluster.standIn().phone("Nama");
    browser = new WebBrowser();
    snippet =
        browser.openText(
            cluster.second().url(),
            SnippetPage.html("system-update.js", WaggleJvm.KEY, "", BEFORE, AFTER));
    snippet.waitForFunction("window.watching");
    sessions = browser.open(cluster.second().url() + "/sessions.html", 1000, 900);
    sessions.fill("#key", WaggleJvm.KEY);
    sessions.click("#key-form button");
    assertThat(sessions.locator("#work")).isVisible();
  }

  @AfterAll
  static void leaveNothing() {
    browser.close();
    api.http().delete("/api/sessions/" + ID);
  }

  @Test
  @Order(1)
  void shouldCreateASessionOfSeveralWords() {
    JsonObject body = JsonObject.of("name", "Nama Session", "start", false);

    JsonObject created = api.http().post("/api/sessions", body).ok().json();

    assertThat(created.getString("name")).isEqualTo(ID);
    assertThat(created.getString("id")).isEqualTo(ID);
    assertThat(created.getString("displayName")).isEqualTo("Nama Session");
    assertThat(created.getString("status")).isEqualTo("STOPPED");
  }

  @Test
  @Order(1)
  void shouldRefuseANameThatIsNotLegal() {
    JsonObject body = JsonObject.of("name", "nama/session", "start", false);

    assertThat(api.http().post("/api/sessions", body).status()).isEqualTo(400);
  }

  @Test
  @Order(2)
  void shouldSendTheTextOfTheQrOnceItIsStarted() {
    api.order(ID, "start");

    JsonObject qr = SnippetPage.await(snippet, "qr").getJsonObject("data");

    assertThat(qr.getString("qr")).startsWith("2@");
    assertThat(qr.getString("sessionId")).isEqualTo(ID);
  }

  @Test
  @Order(3)
  void shouldBeReadyOnceThePhoneHasScannedTheCanvasOfThePage() {
    Locator canvas = tile().locator("canvas");
    assertThat(canvas).isVisible();
    phone.scan(canvas.screenshot()).ok();

    JsonObject ready = SnippetPage.await(snippet, "ready").getJsonObject("data");

    assertThat(ready.getString("sessionId")).isEqualTo(ID);
    assertThat(canvas).isHidden();
  }

  @Test
  @Order(4)
  void shouldKeepTheSessionWithItsTrueState() {
    await().atMost(SOON).until(() -> api.status(ID).equals("WORKING"));

    JsonObject listed =
        cluster.second().api().http().get("/api/sessions").ok().array().stream()
            .map(JsonObject.class::cast)
            .filter(each -> ID.equals(each.getString("id")))
            .findFirst()
            .orElseThrow();
    for (JsonObject session : List.of(api.session(ID), listed)) {
      assertThat(session.getString("id")).isEqualTo(session.getString("name")).isEqualTo(ID);
      assertThat(session.getString("displayName")).isEqualTo("Nama Session");
      assertThat(session.getJsonObject("me").getString("id")).isEqualTo(phone.id());
    }
  }

  @Test
  @Order(5)
  void shouldTellWhenTheSessionIsDisconnected() {
    api.order(ID, "stop");

    JsonObject gone = SnippetPage.await(snippet, "disconnected").getJsonObject("data");

    assertThat(gone.getString("sessionId")).isEqualTo(ID);
    assertThat(gone.getString("reason")).isNotEmpty();
  }

  @Test
  @Order(6)
  void shouldHearOfNoFailureMeanwhile() {
    assertThat(SnippetPage.record(snippet))
        .extracting(one -> one.getString("name"))
        .doesNotContain("auth_failure", "qr_timeout");
  }

  @Test
  @Order(7)
  void shouldLogEachStepWithTheSession() {
    for (String status : List.of("SCAN_QR_CODE", "WORKING", "STOPPED")) {
      String line = "event=status session=" + ID + " .*to=" + status;
      await().atMost(SOON).untilAsserted(() -> assertThat(logs()).containsPattern(line));
    }
  }

  private static String logs() {
    return cluster.nodes().stream()
        .map(node -> node.process().output())
        .collect(Collectors.joining("\n"));
  }

  private static Locator tile() {
    return sessions.locator(".tile").filter(new Locator.FilterOptions().setHasText("Nama Session"));
  }
}
