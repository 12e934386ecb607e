package dev.waggle.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkingPageTest extends PageTest {

  private static final List<String> FRESH =
      List.of(
          "loader.injected",
          "conn.require_auth",
          "conn.stream_mode_changed \"QR\"",
          "conn.main_ready",
          "conn.main_init",
          "loader.ready",
          "loader.full_ready",
          "conn.stream_info_changed \"PAIRING\"",
          "conn.stream_mode_changed \"SYNCING\"",
          "conn.authenticated",
          "conn.main_loaded",
          "conn.stream_mode_changed \"MAIN\"");

  @Test
  void shouldTellTheQrToWaJsAsItStandsInTheDom() {
    DrivenPage page = open();
    page.awaitEvent("conn.auth_code_change", "2@");

    String told = page.events("conn.auth_code_change").findFirst().orElseThrow().json();

    assertThat(page.qr()).isEqualTo(told.replace("\"", "") + ",1");
  }

  @Test
  void shouldBeLinkedByAPictureOfTheScreen() {
    DrivenPage page = open();
    page.qr();

    assertThat(standIn.scan(page.page().screenshot()).statusCode()).isEqualTo(200);

    page.awaitState("CONNECTED MAIN NORMAL");
    assertThat(standIn.devices()).hasSize(1);
  }

  @Test
  void shouldTellTheEventsOfAFreshLinkInOrderAndWithoutErrors() {
    DrivenPage page = open();
    page.awaitEvent("loader.full_ready");
    standIn.scan(page.qr());
    page.awaitEvent("conn.stream_mode_changed", "MAIN");

    assertThat(page.events().stream().map(DrivenPage.Event::toString).filter(FRESH::contains))
        .containsExactlyElementsOf(FRESH);
    assertThat(page.errors()).isEmpty();
  }

  @Test
  void shouldShowSixRefsInTurnAndThenGoIdle() {
    DrivenPage page = open();
    page.qr();
    standIn.fault("qrTimings", new JsonObject().put("firstMs", 100).put("nextMs", 50));

    page.page()
        .evaluate(
            "() => { const { Conn } = require('WAWebConnModel'); window.shown = [];"
                + " Conn.on('change:ref', (conn, ref) => window.shown.push(ref));"
                + " require('WAWebCmd').Cmd.refreshQR(); }");

    page.awaitState("UNPAIRED_IDLE QR");

    assertThat((List<?>) page.page().evaluate("() => window.shown.filter(Boolean)"))
        .hasSize(6)
        .doesNotHaveDuplicates();
    assertThat(page.page().getByRole(AriaRole.BUTTON).innerText()).contains("reload QR code");
  }

  @Test
  void shouldStartOverWhenTheIdleQrIsReloaded() {
    standIn.fault("qrTimings", new JsonObject().put("firstMs", 100).put("nextMs", 50));
    DrivenPage page = open();
    page.awaitState("UNPAIRED_IDLE QR");
    long before = page.events("conn.auth_code_change").count();

    page.page().getByRole(AriaRole.BUTTON).click();

    page.await(() -> page.events("conn.auth_code_change").count() > before);
  }

  @Test
  void shouldLinkByACodeTypedIntoThePhone() {
    DrivenPage page = open();
    page.awaitEvent("loader.full_ready");

    JsonObject answer =
        page.call(
            "async number => ({ code: await WPP.conn.startLinkDeviceCodeForPhoneNumber(number) })",
            StandIn.ANA);
    assertThat(page.page().locator("[data-link-code]").getAttribute("data-link-code"))
        .isEqualTo(new StringBuilder(answer.getString("code")).insert(4, '-').toString());
    standIn.pair(answer.getString("code"));

    page.awaitState("CONNECTED MAIN NORMAL");
  }

  @Test
  void shouldAskForThePasskeyThatTheAccountDemands() {
    standIn.fault("passkeyDemanded", true);
    DrivenPage page = open();

    assertThat(standIn.scan(page.qr()).statusCode()).isEqualTo(409);

    page.page().getByRole(AriaRole.DIALOG).waitFor();
    assertThat(page.page().getByRole(AriaRole.DIALOG).innerText()).contains("passkey");
    assertThat(page.state()).startsWith("UNPAIRED QR");
  }
}
