package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.RunningGateway.KEY;
import static dev.waggle.gateway.support.Samples.OTHER_PNG_BASE64;
import static dev.waggle.gateway.support.Samples.PNG_BASE64;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.WebSocketRoute.CloseOptions;
import dev.waggle.gateway.support.RunningGateway;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the dialog makes of everything that its socket may do. The test is the socket's other end,
 * because it also does what no gateway does, and the browser's clock is the test's.
 */
class QrModalTest {

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private final List<WebSocketRoute> sockets = new ArrayList<>();
  private final List<JsonObject> heard = new ArrayList<>();
  private DocumentPage page;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.startForPages();
    browser = new TestBrowser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  @BeforeEach
  void open() {
    page = DocumentPage.open(browser, "about:blank");
    page.page()
        .routeWebSocket(
            "**/ws",
            socket -> {
              sockets.add(socket);
              socket.onMessage(frame -> heard.add(new JsonObject(frame.text())));
            });
    page.page().clock().install();
    page.page().navigate(gateway.url() + "/qr-login.html");
    page.enter();
    page.find("#login").click();
    page.page().waitForCondition(() -> heard.size() == 2);
    // On a busy machine seconds pass until the page hears of it; the clock never goes back.
    page.page().clock().pauseAt(System.currentTimeMillis() + 15_000);
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void shouldConnectByItselfAndKeepTheKeyOutOfTheAddress() {
    assertThat(in("status")).hasText("Initializing WhatsApp Web connection…");
    assertThat(heard)
        .containsExactly(
            new JsonObject().put("type", "auth").put("key", KEY),
            new JsonObject().put("type", "init"));
    assertThat(sockets.get(0).url()).endsWith("/ws").doesNotContain(KEY);
    page.page().clock().runFor(60_000);
    assertThat(in("status")).containsText("longer than usual");
  }

  @Test
  void shouldShowEachQrWithItsNumberAndTheTimeThatIsLeft() {
    tell(qr("data:image/png;base64," + PNG_BASE64, 60));

    assertThat(in("qr")).hasAttribute("src", "data:image/png;base64," + PNG_BASE64);
    assertThat(in("attempt")).hasText("QR 1 of 5");
    assertThat(in("countdown")).hasText("60 s left");
    page.page().clock().runFor(20_500);
    assertThat(in("countdown")).hasText("40 s left");

    tell(qr(PNG_BASE64, 39));
    assertThat(in("countdown")).hasText("39 s left");
    assertThat(in("attempt")).hasText("QR 1 of 5");

    tell(qr(OTHER_PNG_BASE64, 20));
    assertThat(in("attempt")).hasText("QR 2 of 5");
    assertThat(in("countdown")).hasText("20 s left");
    assertThat(in("status")).hasText("The QR was renewed. Scan the new one.");
    assertThat(in("status")).hasAttribute("aria-live", "polite");
    page.keepPictures("qr-modal-qr");
    assertThat(page.overflowOnAPhone()).isZero();
  }

  @Test
  void shouldNotTellAQrsNumberBeforeItsPictureIsThere() {
    PictureWatch watch = new PictureWatch(page.page(), "#attempt");

    tell(qr(PNG_BASE64, 60));
    assertThat(in("attempt")).hasText("QR 1 of 5");
    tell(qr(OTHER_PNG_BASE64, 20));
    assertThat(in("attempt")).hasText("QR 2 of 5");

    assertThat(watch.said()).isEqualTo(List.of("nothing", "QR 1 of 5"));
  }

  @Test
  void shouldLeaveOutAQrThatIsOvertakenByTheScan() {
    PictureWatch watch = new PictureWatch(page.page(), "#attempt");

    tell(qr(PNG_BASE64, 60));
    tell(new JsonObject().put("type", "authenticated").put("status", "connected"));

    assertThat(in("done")).isVisible();
    watch.awaitPictures();
    assertThat(in("qr")).isHidden();
    assertThat(in("done")).isVisible();
  }

  @Test
  void shouldSayThatItIsAuthenticatedAndCloseAfterAMoment() {
    tell(new JsonObject().put("type", "authenticated").put("status", "connected"));

    assertThat(in("status")).hasText("Authenticated ✅");
    page.page().clock().runFor(1_499);
    assertThat(in("status")).isVisible();
    page.page().clock().runFor(1);
    assertThat(dialog()).isHidden();
  }

  @Test
  void shouldSayInWordsWhatWentWrongAndGoOnWithTheNextQr() {
    tell(new JsonObject().put("type", "error").put("error", "Nobody has scanned the QR."));

    assertThat(in("error")).hasText("Nobody has scanned the QR.");
    assertThat(in("error")).hasAttribute("role", "alert");
    page.keepPictures("qr-modal-error");

    tell(qr(PNG_BASE64, 60));
    assertThat(in("error")).isHidden();
    assertThat(in("qr")).isVisible();
  }

  @Test
  void shouldConnectAgainAndCountTheAttemptsAndThenLeaveItToThePerson() {
    for (int attempt = 1; attempt <= 5; attempt++) {
      last().close();
      assertThat(in("status")).containsText("attempt " + attempt + " of 5");
      int before = sockets.size();
      page.page().clock().runFor(10_000);
      page.page().waitForCondition(() -> sockets.size() > before);
    }
    last().close();
    assertThat(in("error")).containsText("cannot be reached");

    in("again").click();
    page.page().waitForCondition(() -> sockets.size() == 7);
    assertThat(in("status")).hasText("Initializing WhatsApp Web connection…");
  }

  @Test
  void shouldNotComeBackWithAKeyThatWasRefused() {
    last().close(new CloseOptions().setCode(4401).setReason("unauthorized"));

    assertThat(in("error")).containsText("did not take this key");
    page.page().clock().runFor(60_000);
    assertThat(sockets).hasSize(1);
  }

  @Test
  void shouldResetTheSessionAndBeginAnew() {
    answerReset(200, new JsonObject().put("success", true).put("message", "It starts afresh."));

    in("reset").click();

    page.page().waitForCondition(() -> heard.size() == 4);
    assertThat(heard.get(3).getString("type")).isEqualTo("init");
    assertThat(in("status")).hasText("Initializing WhatsApp Web connection…");
  }

  @Test
  void shouldSayThatOnlyAdministratorsMayReset() {
    answerReset(403, new JsonObject().put("code", "forbidden").put("detail", "Use another key."));

    in("reset").click();

    assertThat(in("error")).hasText("Use another key.");
    assertThat(in("reset")).isEnabled();
  }

  @Test
  void shouldKeepTheFocusInsideAndGiveItBackOnEscape() {
    for (int presses = 0; presses < 8; presses++) {
      page.page().keyboard().press("Tab");
      assertThat(page.page().evaluate("document.activeElement.tagName"))
          .isIn("WAGGLE-QR-MODAL", "BODY");
    }

    page.page().keyboard().press("Escape");

    assertThat(dialog()).isHidden();
    assertThat(page.find("#login")).isFocused();
  }

  @Test
  void shouldOfferTheQrLoginAlone() {
    assertThat(dialog().getByText("QR login")).hasAttribute("aria-pressed", "true");
    assertThat(dialog().getByText("Business API")).isDisabled();
  }

  private void answerReset(int status, JsonObject body) {
    page.page()
        .route(
            "**/api/admin/whatsapp/reset-session",
            route ->
                route.fulfill(
                    new FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/json")
                        .setBody(body.encode())));
  }

  private Locator in(String part) {
    return page.find("waggle-qr-modal #" + part);
  }

  private Locator dialog() {
    return page.find("waggle-qr-modal dialog");
  }

  private WebSocketRoute last() {
    return sockets.get(sockets.size() - 1);
  }

  private void tell(JsonObject message) {
    last().send(message.encode());
  }

  private static JsonObject qr(String data, int expiresIn) {
    return new JsonObject().put("type", "qr").put("data", data).put("expiresIn", expiresIn);
  }
}
