package dev.waggle.gateway.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.waggle.gateway.pages.Dashboard.HIGH;
import static dev.waggle.gateway.pages.Dashboard.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.waggle.contract.SessionCommand.ListAll;
import dev.waggle.contract.SessionList;
import dev.waggle.gateway.support.BusNode;
import dev.waggle.gateway.support.RunningGateway;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets past the dashboard's door, and what stays behind. */
class KeyGateTest {

  private static RunningGateway gateway;
  private static TestBrowser browser;

  private BusNode node;
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
    node = new BusNode(gateway.vertx()).on(ListAll.class, command -> new SessionList(List.of()));
  }

  @AfterEach
  void leave() {
    page.close();
    node.leave();
  }

  @Test
  void shouldSayThatAKeyIsWrong() {
    page = Dashboard.open(browser, gateway.url(), WIDE, HIGH);

    page.typeKey("wrong");

    assertThat(page.page().getByRole(AriaRole.ALERT)).containsText("not known");
    assertThat(page.find("#desk")).isHidden();
  }

  @Test
  void shouldKeepTheKeyInThisTabOnly() {
    page = Dashboard.enter(browser, gateway.url());

    page.page().reload();

    assertThat(page.find("#desk")).isVisible();
    assertThat(page.page().evaluate("localStorage.length")).isEqualTo(0);
  }

  @Test
  void shouldForgetTheKeyWhenToldSo() {
    page = Dashboard.enter(browser, gateway.url());

    page.click("#log-out");

    assertThat(page.find("#gate")).isVisible();
    assertThat(page.page().evaluate("sessionStorage.length")).isEqualTo(0);
  }
}
