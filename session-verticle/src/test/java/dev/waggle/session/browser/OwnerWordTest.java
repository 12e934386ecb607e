package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.session.page.PageEvent;
import dev.waggle.session.page.PageEvent.Cause;
import dev.waggle.session.settings.BrowserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that is connected only as long as its owner says so. */
class OwnerWordTest extends BrowserTest {

  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration LONG_LEASE = Duration.ofMinutes(1);

  /** For a page that has to hear of it while a busy machine starts another browser. */
  private static final Duration BUSY_LEASE = Duration.ofSeconds(5);

  /** What a busy machine needs for what takes milliseconds. */
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private TestLease lease;

  @BeforeEach
  void hold() {
    lease = new TestLease();
  }

  @Test
  void shouldLeaveNoLaterThanTheLeaseEndsAndSayWhy() {
    OpenPage opened = openLinked("5511940000001", pages());

    lease.letGo();

    shouldBeGoneWithin(LEASE.plus(MOMENT));
    assertThat(opened.first(PageEvent.Closed.class).cause()).isEqualTo(Cause.SILENT_OWNER);
    opened.close();
  }

  @Test
  void shouldLeaveAtOnceWhenItHearsThatTheLeaseIsLost() {
    OpenPage opened = openLinked("5511940000002", pages(), LONG_LEASE);
    lease.lose();

    pages().leaseRenewed();

    shouldBeGoneWithin(MOMENT);
    opened.close();
  }

  @Test
  void shouldLeaveThoughTheDriverIsStoppedAndNobodyCanBeTold() throws Exception {
    OpenPage opened = openLinked("5511940000003", pages());
    ProcessHandle driver = opened.driver();

    Signal.send("STOP", driver);

    shouldBeGoneWithin(LEASE.plus(MOMENT));
    assertThat(opened.processes()).isNotEmpty();
    Signal.send("CONT", driver);
    assertThat(opened.first(PageEvent.Closed.class).cause()).isEqualTo(Cause.SILENT_OWNER);
    opened.close();
  }

  @Test
  void shouldLeaveToTheNextOwnerWhatArrivesWhileNobodyListens() throws Exception {
    String me = "5511940000005";
    String friend = standIn.phone("5511940000095");
    OpenPage opened = openLinked(me, pages());
    ProcessHandle driver = opened.driver();
    int before = received();

    Signal.send("STOP", driver);
    // The owner's last sign of life counts for 50 ms.
    await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    standIn.write(friend, me, "for whoever listens");

    shouldBeGoneWithin(LEASE.plus(MOMENT));
    assertThat(received()).isEqualTo(before);
    Signal.send("CONT", driver);
    opened.close();
    OpenPage next = open(opened.profile());
    next.first(
        PageEvent.MessageAdded.class,
        added -> added.message().body().equals("for whoever listens"));
    assertThat(received()).isEqualTo(before + 1);
    assertThat(next.all(PageEvent.MessageAdded.class)).hasSize(1);
    next.close();
  }

  @Test
  void shouldHearItsOwnerWhileTheirThreadWaitsForAnotherBrowser() throws Exception {
    ChromiumPages slow = pagesFor(standIn.url(), settings(slowChromium(), true, OpenPage.PATIENCE));
    try {
      OpenPage opened = openLinked("5511940000004", slow, BUSY_LEASE);
      Files.createFile(slowness());

      OpenPage.withQr(vertx, slow, newProfile()).close();

      assertThat(opened.all(PageEvent.Closed.class)).isEmpty();
      assertThat(connections()).isEqualTo(1);
    } finally {
      // Left behind, its driver would be counted among those of the next class.
      OpenPage.result(slow.close());
    }
  }

  /** Linked, and from then on it hears of a short lease. */
  private OpenPage openLinked(String number, ChromiumPages pages) {
    return openLinked(number, pages, LEASE);
  }

  private OpenPage openLinked(String number, ChromiumPages pages, Duration leaseTime) {
    OpenPage opened = OpenPage.open(vertx, pages, newProfile(), lease);
    link(opened, number);
    lease.renewFor(leaseTime);
    pages.leaseRenewed();
    OpenPage.result(opened.page().probe());
    return opened;
  }

  /** A Chromium that takes longer than the lease to start, once there is {@link #slowness}. */
  private static Path slowChromium() throws IOException {
    return Scripts.write(
        folder.resolve("slow"),
        """
        [ "$1" != --version ] && [ -e %s ] && sleep %d
        exec %s "$@"
        """
            .formatted(slowness(), BUSY_LEASE.toSeconds() + 1, chromium()));
  }

  private static Path slowness() {
    return folder.resolve("slowly");
  }

  private static Path chromium() {
    return new ChromiumFinder(BrowserSettings.DEFAULT).find().executable();
  }

  private void shouldBeGoneWithin(Duration limit) {
    await().atMost(limit).until(() -> connections() == 0);
  }

  private int connections() {
    return standIn.totals().getInteger("connections");
  }

  private int received() {
    return standIn.totals().getInteger("received");
  }
}
