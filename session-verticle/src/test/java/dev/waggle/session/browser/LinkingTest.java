package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.contract.PairingCode;
import dev.waggle.session.page.PageCondition;
import dev.waggle.session.page.PageEvent;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class LinkingTest extends BrowserTest {

  @Test
  void shouldShowAQrThatAPhoneCanScan() {
    OpenPage opened = openWithQr();

    assertThat(opened.first(PageEvent.QrShown.class).text()).startsWith("2@").contains(",");

    opened.close();
  }

  @Test
  void shouldShowEachQrOnceAndTheNextWhenItExpires() {
    standIn.fault("qrTimings", new JsonObject().put("firstMs", 700).put("nextMs", 500));
    OpenPage opened = openWithQr();

    await().atMost(OpenPage.PATIENCE).until(() -> opened.all(PageEvent.QrShown.class).size() > 2);

    assertThat(opened.all(PageEvent.QrShown.class)).doesNotHaveDuplicates();
    opened.close();
  }

  @Test
  void shouldStartAfreshWhenAskedAfterThePageWentIdle() {
    standIn.fault("qrTimings", new JsonObject().put("firstMs", 900).put("nextMs", 60));
    OpenPage opened = openWithQr();
    opened.first(PageEvent.QrIdle.class);
    standIn.noFaults();
    opened.forget();

    OpenPage.result(opened.page().refreshQr());

    assertThat(opened.first(PageEvent.QrShown.class).text()).startsWith("2@");
    opened.close();
  }

  @Test
  void shouldShowAnotherQrWhenAskedWhileOneIsOnShow() {
    OpenPage opened = openWithQr();
    String first = opened.first(PageEvent.QrShown.class).text();
    opened.forget();

    OpenPage.result(opened.page().refreshQr());

    assertThat(opened.first(PageEvent.QrShown.class).text()).startsWith("2@").isNotEqualTo(first);
    opened.close();
  }

  @Test
  void shouldBecomeReadyOnceThePhoneHasScanned() {
    OpenPage opened = openLinked("5511900000001");

    assertThat(opened.first(PageEvent.Ready.class).me().id()).isEqualTo("5511900000001@c.us");
    assertThat(opened.events())
        .filteredOn(event -> !(event instanceof PageEvent.QrShown))
        .filteredOn(event -> !(event instanceof PageEvent.StorageKept))
        .startsWith(
            new PageEvent.StorageFound(false, false),
            new PageEvent.Scanned(),
            new PageEvent.Syncing());
    opened.close();
  }

  @Test
  void shouldLinkByPairingCode() {
    OpenPage opened = openWithQr();
    standIn.phone("5511900000002");

    PairingCode code = OpenPage.result(opened.page().requestPairingCode("5511900000002"));

    assertThat(code.code()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    standIn.pair("5511900000002", code.code().replace("-", ""));
    opened.first(PageEvent.Ready.class);
    opened.close();
  }

  @Test
  void shouldTellItsConditionTruthfully() {
    OpenPage opened = openLinked("5511900000003");

    PageCondition condition = OpenPage.result(opened.page().probe());

    assertThat(condition.isReady()).isTrue();
    opened.close();
  }

  @Test
  void shouldSayThatThePasskeyIsDemanded() {
    standIn.fault("passkeyDemanded", true);
    OpenPage opened = openWithQr();
    standIn.phone("5511900000004");

    standIn.tryScan("5511900000004", opened.first(PageEvent.QrShown.class).text());

    assertThat(opened.first(PageEvent.Blocked.class).block()).isEqualTo(PageEvent.Block.PASSKEY);
    opened.close();
  }
}
