package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.support.Samples.SALES;
import static dev.waggle.gateway.support.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.waggle.contract.KeyAction;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionList;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.gateway.support.BusKeys;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that an administrator makes, and what the dashboard is for those who have them. */
class KeysViewTest {

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private BusNode node;
  private BusKeys keys;
  private Dashboard page;

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
  void join() {
    Account ana = new Account("5511999999999@c.us", "Ana");
    SessionList list =
        new SessionList(
            List.of(
                session(SALES, SessionStatus.WORKING, ana),
                session(new SessionName("support"), SessionStatus.WORKING, ana)));
    node = new BusNode(gateway.vertx(), SALES).on(ListAll.class, command -> list);
    keys = new BusKeys(gateway.vertx());
  }

  @AfterEach
  void leave() {
    page.close();
    keys.leave();
    node.leave();
  }

  @Test
  void shouldMakeAKeyThatIsShownOnceAndRevokeIt() {
    page = Dashboard.enter(browser, gateway.url());
    page.visit("Keys");
    page.button("New key…").click();
    assertThat(page.find("#key-name")).isFocused();
    page.fill("#key-name", "crm");
    page.page().getByLabel("sales").check();
    page.keepPicture("dialog-key");
    assertThat(Accessibility.findings(page.page())).isEmpty();
    page.inDialog("Create key").click();

    String key = page.find(".secret").textContent();
    assertThat(Accessibility.findings(page.page())).isEmpty();
    page.inDialog("Done").click();
    assertThat(page.find("[data-key=crm]")).containsText("sales");
    assertThat(page.find("[data-key=crm]")).containsText("read");
    assertThat(page.page().content()).doesNotContain(key);
    page.keepPicture("keys");

    assertThat(meOf(key)).isEqualTo(200);
    page.button("Revoke…").click();
    page.inDialog("Revoke").click();
    assertThat(page.find("[data-key=crm]")).hasCount(0);
    assertThat(meOf(key)).isEqualTo(401);
  }

  @Test
  void shouldSayWhatAKeyLacks() {
    page = Dashboard.enter(browser, gateway.url());
    page.visit("Keys");
    page.button("New key…").click();
    page.fill("#key-name", "crm");
    page.page().keyboard().press("Enter");

    assertThat(page.dialog().getByRole(AriaRole.ALERT)).containsText("at least one session");
  }

  @Test
  void shouldShowAKeyOfOneSessionThatOneAndOnlyWhatItMayDo() {
    page =
        Dashboard.enter(
            browser, gateway.url(), keys.session("sales", KeyAction.READ, KeyAction.SEND));

    assertThat(page.find("#sessions li")).hasCount(1);
    assertThat(page.find(".tabs a")).hasText(new String[] {"Sessions", "Events"});
    assertThat(page.find("#create-form")).hasCount(0);
    page.row("sales").click();
    assertThat(page.find("#send-form")).isVisible();
    assertThat(page.find(".deeds button")).hasCount(0);
  }

  @Test
  void shouldOfferAKeyThatMayControlTheNamesThatItCanStillCreate() {
    page = Dashboard.enter(browser, gateway.url(), keys.session("hr", KeyAction.values()));

    assertThat(page.find("#no-sessions")).isVisible();
    assertThat(page.find("#name option")).hasText(new String[] {"hr"});
  }

  @Test
  void shouldGoBackToTheGateWhenTheKeyIsRevoked() {
    String key = keys.session("sales", KeyAction.READ);
    page = Dashboard.enter(browser, gateway.url(), key);

    keys.revoke(key);

    assertThat(page.find("#gate")).isVisible();
    assertThat(page.page().getByRole(AriaRole.ALERT)).isVisible();
    assertThat(page.page().evaluate("sessionStorage.length")).isEqualTo(0);
  }

  private static int meOf(String key) {
    return gateway
        .send(gateway.anonymous("GET", "/api/me").putHeader("X-Api-Key", key))
        .statusCode();
  }
}
