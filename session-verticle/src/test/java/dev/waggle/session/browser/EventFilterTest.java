package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionInfo;
import dev.waggle.session.page.PageEvent;
import org.junit.jupiter.api.Test;

class EventFilterTest {

  private static final PageEvent QR = new PageEvent.QrShown("2@a,b,c,d,1");
  private static final PageEvent READY =
      new PageEvent.Ready(new SessionInfo.Account("5511900000000@c.us", "Me"));

  private final EventFilter filter = new EventFilter();

  @Test
  void shouldPassQrsOfAPageThatWasNeverLinked() {
    assertThat(filter.passed(QR)).contains(QR);
  }

  @Test
  void shouldTakeAQrOnALinkedPageForALogout() {
    filter.passed(READY);

    assertThat(filter.passed(QR)).containsInstanceOf(PageEvent.LoggedOut.class);
  }

  @Test
  void shouldNotTakeATextThatIsNoQrForALogout() {
    filter.passed(READY);

    assertThat(filter.passed(new PageEvent.QrShown("not a QR")))
        .containsInstanceOf(PageEvent.QrShown.class);
  }

  @Test
  void shouldTellOnceWhatTheProfileHeld() {
    PageEvent found = new PageEvent.StorageFound(true, true);

    assertThat(filter.passed(found)).contains(found);
    assertThat(filter.passed(new PageEvent.StorageFound(false, false))).isEmpty();
  }

  @Test
  void shouldReadTheReasonFromTheAddressOfALogout() {
    assertThat(filter.navigated("https://web.whatsapp.com/?post_logout=1&logout_reason=401#x"))
        .contains(new PageEvent.LoggedOut("401"));
  }

  @Test
  void shouldTakeNoOtherAddressForALogout() {
    assertThat(filter.navigated("https://web.whatsapp.com/?not_post_logout=1")).isEmpty();
  }

  @Test
  void shouldPassTheQrsOfAPageThatHasTidiedUpAnOlderLink() {
    filter.navigated("https://web.whatsapp.com/?post_logout=1");

    assertThat(filter.passed(QR)).contains(QR);
    filter.passed(READY);
    assertThat(filter.passed(new PageEvent.Syncing())).isPresent();
  }

  @Test
  void shouldTellALogoutOnceAndNothingAfterIt() {
    filter.passed(READY);
    filter.passed(new PageEvent.LoggedOut("first"));

    assertThat(filter.navigated("https://web.whatsapp.com/?post_logout=1")).isEmpty();
    assertThat(filter.passed(QR)).isEmpty();
  }
}
