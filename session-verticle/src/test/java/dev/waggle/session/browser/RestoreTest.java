package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.WaggleException;
import dev.waggle.session.page.PageCondition;
import dev.waggle.session.page.PageEvent;
import io.vertx.core.json.JsonObject;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RestoreTest extends BrowserTest {

  @Test
  void shouldComeBackWithoutAQrOnTheSameProfile() {
    OpenPage before = openLinked("5511910000001");
    before.close();

    OpenPage after = open(before.profile());

    after.first(PageEvent.Ready.class);
    assertThat(after.all(PageEvent.QrShown.class)).isEmpty();
    after.close();
  }

  @Test
  void shouldLeaveNoProcessAndNoLockWhenItIsClosed() {
    OpenPage opened = openWithQr();
    assertThat(opened.processes()).isNotEmpty();

    opened.close();

    assertThat(opened.processes()).isEmpty();
    assertThat(opened.profile().resolve("SingletonLock")).doesNotExist();
    assertThat(opened.events()).noneMatch(PageEvent.Closed.class::isInstance);
  }

  @Test
  void shouldRefuseCommandsOnceItIsClosed() {
    OpenPage opened = openWithQr();
    opened.close();

    Assertions.assertThatThrownBy(() -> OpenPage.result(opened.page().probe()))
        .isInstanceOfSatisfying(
            WaggleException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BROWSER_CLOSED));
  }

  @Test
  void shouldLogOutFromOurSide() {
    OpenPage opened = openLinked("5511910000002");

    OpenPage.result(opened.page().logout());

    opened.first(PageEvent.LoggedOut.class);
    assertThat(standIn.devices("5511910000002")).isEmpty();
    opened.close();
  }

  @Test
  void shouldTellOnceThatThePhoneHasLoggedItOut() {
    OpenPage opened = openLinked("5511910000003");
    opened.forget();

    standIn.unlink("5511910000003");

    opened.first(PageEvent.LoggedOut.class);
    opened.settle();
    assertThat(opened.all(PageEvent.LoggedOut.class)).hasSize(1);
    assertThat(opened.all(PageEvent.QrShown.class)).isEmpty();
    opened.close();
  }

  @Test
  void shouldTellThatItWasLoggedOutWhileItWasAway() {
    OpenPage before = openLinked("5511910000004");
    before.close();
    standIn.unlink("5511910000004");

    OpenPage after = open(before.profile());

    after.first(PageEvent.LoggedOut.class);
    after.close();
  }

  @Test
  void shouldTakeTheConnectionBackAfterAConflict() {
    OpenPage opened = openLinked("5511910000005");
    standIn.fault("conflict", new JsonObject().put("count", 1));
    opened.first(PageEvent.Conflict.class);
    opened.forget();

    OpenPage.result(opened.page().takeOver());

    opened.first(PageEvent.Ready.class);
    opened.close();
  }

  @Test
  void shouldTellThatItIsBlocked() {
    OpenPage opened = openLinked("5511910000006");

    standIn.fault("termsBlock", true);

    assertThat(opened.first(PageEvent.Blocked.class).block()).isEqualTo(PageEvent.Block.TERMS);
    opened.close();
  }

  @Test
  void shouldTellALostConnectionAndItsReturn() {
    OpenPage opened = openLinked("5511910000007");
    opened.forget();

    standIn.fault("dropConnections", new JsonObject().put("count", 1));

    opened.first(PageEvent.Disconnected.class);
    opened.first(PageEvent.Ready.class);
    PageCondition condition = OpenPage.result(opened.page().probe());
    assertThat(condition.isReady()).isTrue();
    opened.close();
  }

  @Test
  void shouldDismissTheNewsBeforeTheyUnlinkTheDevice() {
    OpenPage opened = openLinked("5511910000008");

    assertThat(showNews()).isTrue();

    // The stand-in shows them again to nobody who has not dismissed them.
    await().atMost(OpenPage.PATIENCE).until(this::showNews);
    assertThat(opened.all(PageEvent.LoggedOut.class)).isEmpty();
    assertThat(standIn.devices("5511910000008")).hasSize(1);
    opened.close();
  }

  /** Whether the device was there to see them, and had none before it. */
  private boolean showNews() {
    standIn.fault(
        "whatsNewModal",
        new JsonObject()
            .put("number", "5511910000008")
            .put("count", 1)
            .put("unlinkAfterMs", 2 * OpenPage.PATIENCE.toMillis()));
    return standIn.isUsedUp("whatsNewModal");
  }
}
