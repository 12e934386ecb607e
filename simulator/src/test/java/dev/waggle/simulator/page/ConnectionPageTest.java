package dev.waggle.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionPageTest extends PageTest {

  @Test
  void shouldLogOutWhenTheClientAsks() {
    DrivenPage page = openLinked();

    page.page().evaluate("() => { WPP.conn.logout(); }");

    page.page().waitForURL("**/?post_logout=1&logout_reason=0");
    page.awaitEvent("conn.logout");
    assertThat(page.qr()).startsWith("2@");
    assertThat(standIn.devices()).isEmpty();
  }

  @Test
  void shouldLogOutWhenThePhoneUnlinksIt() {
    DrivenPage page = openLinked();

    standIn.unlink();

    page.page().waitForURL("**/?post_logout=1*");
    assertThat(page.qr()).startsWith("2@");
    page.awaitEvents("conn.logout_reason \"unknown_companion\"", "conn.logout");
  }

  @Test
  void shouldLogOutBeforeWaJsIsInjectedWhenItWasUnlinkedWhileAway() {
    close(openLinked());
    standIn.unlink();

    DrivenPage back = open();
    back.page().waitForURL("**/?post_logout=1*");
    back.awaitEvent("conn.auth_code_change", "2@");

    assertThat(back.events("conn.logout")).isEmpty();
    assertThat(back.events("conn.logout_reason")).isEmpty();
  }

  @Test
  void shouldResumeAfterADropAndStayInMain() {
    DrivenPage page = openLinked();
    long modes = page.events("conn.stream_mode_changed").count();

    standIn.faultOnce("dropConnections");

    page.awaitEvents(
        "conn.stream_info_changed \"CONNECTING\"",
        "conn.stream_info_changed \"RESUMING\"",
        "conn.stream_info_changed \"NORMAL\"");
    page.awaitState("CONNECTED MAIN NORMAL");
    assertThat(page.events("conn.stream_mode_changed").count()).isEqualTo(modes);
  }

  @Test
  void shouldTakeTheConnectionBackByTheButtonOfTheConflict() {
    DrivenPage page = openLinked();
    standIn.faultOnce("conflict");
    page.awaitState("CONFLICT CONFLICT");

    page.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Use Here")).click();

    page.awaitState("CONNECTED MAIN NORMAL");
  }

  @Test
  void shouldTakeTheConnectionBackByTheSocket() {
    DrivenPage page = openLinked();
    standIn.faultOnce("conflict");
    page.awaitEvent("conn.stream_mode_changed", "CONFLICT");

    page.page().evaluate("() => WPP.whatsapp.Socket.takeover()");

    page.awaitState("CONNECTED MAIN NORMAL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TOS_BLOCK", "SMB_TOS_BLOCK", "PROXYBLOCK"})
  void shouldShowThatTheAccountIsBlocked(String kind) {
    DrivenPage page = open();
    page.awaitState("UNPAIRED QR");

    standIn.fault("termsBlock", kind);

    page.awaitState(kind + " " + kind);
    assertThat(page.page().locator("[data-mode]").getAttribute("data-mode")).isEqualTo(kind);
  }

  @Test
  void shouldAskForAnUpdateOfADeprecatedVersion() {
    DrivenPage page = open();
    page.awaitEvent("conn.main_ready");

    standIn.faultOnce("deprecatedVersion");

    page.awaitState("DEPRECATED_VERSION DEPRECATED_VERSION");
    page.awaitEvent("conn.needs_update");
  }

  @Test
  void shouldShowWhatsNewAtEveryReturnUntilItIsDismissed() {
    DrivenPage page = openLinked();
    standIn.faultOnce("whatsNewModal");
    Locator dialog = page.page().getByRole(AriaRole.DIALOG);
    dialog.waitFor();
    page.page().reload();

    dialog.getByRole(AriaRole.BUTTON).click();

    page.page().reload();
    page.awaitState("CONNECTED MAIN NORMAL");
    assertThat(dialog.count()).isZero();
  }

  @Test
  void shouldBeUnlinkedWhenWhatsNewIsLeftStanding() {
    DrivenPage page = openLinked();

    standIn.fault("whatsNewModal", new JsonObject().put("unlinkAfterMs", 300).put("count", 1));

    page.page().waitForURL("**/?post_logout=1*");
  }
}
