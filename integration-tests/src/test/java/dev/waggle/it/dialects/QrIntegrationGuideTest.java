package dev.waggle.it.dialects;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.waggle.chaos.client.Json;
import dev.waggle.chaos.client.SessionApi;
import dev.waggle.chaos.process.WaggleJvm;
import dev.waggle.chaos.standin.Phone;
import dev.waggle.it.support.ClusterJvms;
import dev.waggle.it.support.OnSharedCluster;
import dev.waggle.it.support.SnippetPage;
import dev.waggle.it.support.WebBrowser;
import dev.waggle.it.support.ZBar;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The status flow of the Integration Guide: initialized through one gateway, watched by the guide's
 * own client on the other.
 */
@OnSharedCluster
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QrIntegrationGuideTest {

  private static final String INITIALIZE = "/api/sessions/my-session/initialize-with-qr";
  private static final String ELSEWHERE = "/api/sessions/my-other-session";

  private static final String IN_THE_PAGE =
      "<pre id=\"qr-code\"></pre><p id=\"success\" hidden>Linked</p>";

  private static final String BEFORE =
      """
      window.lines = [];
      console.log = (...words) => window.lines.push(words.join(' '));
      const hideQRCode = () => { document.getElementById('qr-code').hidden = true; };
      const showSuccessMessage = () => { document.getElementById('success').hidden = false; };
      """;

  /** A second connection of the same page, in the room of another session. */
  private static final String AFTER =
      """
      note(socket, 'qr-code', 'status-update', 'session-complete', 'disconnect');
      window.elsewhere = io();
      window.elsewhere.on('disconnect', () => window.record.push({ name: 'lost elsewhere' }));
      window.elsewhere.on('status-update',
        (data) => window.record.push({ name: 'status elsewhere', data }));
      window.elsewhere.emit('join-session', 'my-other-session');
      """;

  private static ClusterJvms cluster;
  private static SessionApi api;
  private static Phone phone;
  private static WebBrowser browser;
  private static Page page;

  @BeforeAll
  static void openTheBrowser(ClusterJvms shared) {
    cluster = shared;
    api = cluster.first().api();
    phone = cluster.standIn().phone("Guide");
    browser = new WebBrowser();
  }

  @AfterAll
  static void leaveNothing() {
    browser.close();
    api.http().delete("/api/sessions/my-session");
    api.http().delete(ELSEWHERE);
  }

  @Test
  @Order(1)
  void shouldAnswerAnInitializationWithoutWaitingForTheQr() {
    JsonObject answer = api.http().post(INITIALIZE).ok().json();

    assertThat(answer.getBoolean("success")).isTrue();
    assertThat(answer.getString("message")).isNotEmpty();
    assertThat(answer.getString("sessionName")).isEqualTo("my-session");
    assertThat(answer.getString("status")).isEqualTo("notLogged");
  }

  @Test
  @Order(1)
  void shouldRefuseANameThatIsNotLegalInTheFormOfTheGuide() {
    Json.Answer answer = api.http().post("/api/sessions/no.name/initialize-with-qr");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getBoolean("success")).isFalse();
    assertThat(answer.json().getString("message")).isNotEmpty();
    assertThat(answer.json().getString("code")).isEqualTo("invalid-session-name");
    assertThat(api.http().get("/api/sessions").ok().text()).doesNotContain("no.name");
  }

  @Test
  @Order(2)
  void shouldShowTheQrAtOnceToAClientThatComesLateToTheOtherGateway() throws Exception {
    api.awaitQrPng("my-session");

    page =
        browser.openText(
            cluster.second().url(),
            SnippetPage.html("integration-guide.js", WaggleJvm.KEY, IN_THE_PAGE, BEFORE, AFTER));

    JsonObject qr = SnippetPage.await(page, "qr-code").getJsonObject("data");
    assertThat(ZBar.read(ZBar.picture(shownText()))).isEqualTo(qr.getString("urlCode"));
  }

  @Test
  @Order(3)
  void shouldGiveTheQrEveryFieldOfTheGuide() {
    JsonObject qr = SnippetPage.await(page, "qr-code").getJsonObject("data");

    assertThat(qr.getString("base64")).startsWith("data:image/png;base64,");
    assertThat(qr.getString("ascii")).contains("█");
    assertThat(qr.getInteger("attempts")).isPositive();
    assertThat(qr.getString("urlCode")).startsWith("2@");
    assertThat(qr.getString("sessionName")).isEqualTo("my-session");
  }

  @Test
  @Order(4)
  void shouldGiveTheStatusEveryFieldOfTheGuide() {
    JsonObject status = SnippetPage.await(page, "status-update").getJsonObject("data");

    assertThat(status.getString("status")).isEqualTo("notLogged");
    assertThat(status.getString("sessionName")).isEqualTo("my-session");
    assertThat(status.getString("message")).isNotEmpty();
    assertThat(Instant.parse(status.getString("timestamp"))).isBefore(Instant.now());
  }

  @Test
  @Order(5)
  void shouldStartNothingMoreWhenItIsInitializedAgain() {
    long generation = api.session("my-session").getLong("generation");

    // The guide's client has done so once more already when it was opened.
    JsonObject again = api.http().post(INITIALIZE).ok().json();

    assertThat(again.getBoolean("success")).isTrue();
    assertThat(api.session("my-session").getLong("generation")).isEqualTo(generation).isEqualTo(1);
  }

  @Test
  @Order(6)
  void shouldTellTheFlowInTheOrderOfTheGuideOnceThePhoneHasScannedThePage() throws Exception {
    phone.scan(ZBar.read(ZBar.picture(shownText()))).ok();

    SnippetPage.await(page, "disconnect");
    assertThat(lines())
        .containsSubsequence(
            "Status: notLogged",
            "Status: qrReadSuccess",
            "Status: authenticated",
            "Status: ready",
            "Disconnected by server - session complete")
        .contains("Status: inChat");
  }

  @Test
  @Order(7)
  void shouldTellThatTheSessionIsComplete() {
    JsonObject complete = SnippetPage.await(page, "session-complete").getJsonObject("data");

    assertThat(lines()).contains("Session completed: " + complete.getString("message"));
    assertThat(page.locator("#success")).isVisible();
    assertThat(page.locator("#qr-code")).isHidden();
  }

  @Test
  @Order(8)
  void shouldDisconnectTheRoomAboutASecondLater() {
    double complete = SnippetPage.await(page, "session-complete").getDouble("at");
    JsonObject disconnect = SnippetPage.await(page, "disconnect");

    assertThat(disconnect.getString("data")).isEqualTo("io server disconnect");
    // How long exactly is the gateway's: a busy page hears of both late, and maybe at once.
    assertThat(disconnect.getDouble("at") - complete).isBetween(0.0, 10_000.0);
  }

  @Test
  @Order(9)
  void shouldLeaveConnectionsOfOtherRoomsAlone() {
    api.http().post(ELSEWHERE + "/initialize-with-qr").ok();

    JsonObject status = SnippetPage.await(page, "status elsewhere").getJsonObject("data");
    assertThat(status.getString("sessionName"))
        .as("nothing of the other room came before")
        .isEqualTo("my-other-session");
    assertThat(SnippetPage.record(page))
        .noneMatch(one -> "lost elsewhere".equals(one.getString("name")));
  }

  @Test
  @Order(10)
  void shouldTellNothingMoreOfARoomThatWasLeft() {
    page.evaluate("() => window.elsewhere.emit('leave-session', 'my-other-session')");
    awaitPong();
    long before = statusesElsewhere();

    api.order("my-other-session", "stop");
    awaitPong();

    assertThat(statusesElsewhere()).isEqualTo(before);
  }

  /** Behind everything that the gateway had to tell this connection before. */
  private static void awaitPong() {
    page.evaluate(
        """
        () => new Promise((resolve) => {
          window.elsewhere.on('pong', resolve);
          window.elsewhere.emit('ping');
        })
        """);
  }

  private static long statusesElsewhere() {
    return SnippetPage.record(page).stream()
        .filter(one -> "status elsewhere".equals(one.getString("name")))
        .count();
  }

  private static String shownText() {
    return page.locator("#qr-code").textContent();
  }

  @SuppressWarnings("unchecked")
  private static List<String> lines() {
    return (List<String>) page.evaluate("() => window.lines");
  }
}
