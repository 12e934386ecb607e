package dev.waggle.session.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.waggle.contract.ChatId;
import dev.waggle.contract.MessageSent;
import dev.waggle.session.page.OutgoingMessage;
import dev.waggle.session.page.PageEvent;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page that tells WhatsApp's server nothing that its owner has not passed on. */
class DeparturesTest extends BrowserTest {

  private static final String ME = "5511970000001";
  private static final String FRIEND = "5511970000002";
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Passing passing = new Passing();
  private OpenPage opened;

  @BeforeAll
  void link() {
    standIn.phone(FRIEND);
    opened = open(newProfile(), passing);
    link(opened, ME);
  }

  @Test
  void shouldNotTellTheServerOfAMessageBeforeItsEventIsPassedOn() {
    int before = received();
    passing.stop();

    hear("Not yet", ME);
    hear("Nor this", ME);

    OpenPage.result(opened.page().probe());
    assertThat(received()).isEqualTo(before);
    passing.goOn();
    await().until(() -> received() == before + 2);
  }

  @Test
  void shouldKeepTheOrderOfWhatItHolds() {
    int before = received();
    passing.stop();
    hear("A question", ME);
    Future<MessageSent> answer = opened.page().send(answer());
    OpenPage.result(opened.page().probe());
    assertThat(answer.isComplete()).isFalse();

    passing.goOn();

    assertThat(OpenPage.result(answer).ack()).isPositive();
    assertThat(received()).isEqualTo(before + 1);
  }

  @Test
  void shouldHoldNothingForLongerThanFiveSecondsWhenNothingIsPassedOn() {
    int before = received();
    long start = System.nanoTime();
    passing.stop();

    hear("Nobody takes this", ME);

    await().atMost(LONGEST.plusSeconds(2)).until(() -> received() == before + 1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(LONGEST);
    passing.goOn();
  }

  @Test
  void shouldLeaveToAnOlderProfileWhatWasNotPassedOnWhenThePageEnded() throws IOException {
    String me = "5511970000003";
    OpenPage linked = openLinked(me);
    linked.close();
    Path older = copy(linked.profile());
    OpenPage dying = open(linked.profile(), passing);
    dying.first(PageEvent.Ready.class);
    passing.stop();
    standIn.write(FRIEND, me, "Do not lose me");
    dying.first(PageEvent.MessageAdded.class, added -> says(added, "Do not lose me"));

    dying.browser().destroyForcibly();

    dying.first(PageEvent.Closed.class);
    passing.goOn();
    OpenPage next = open(older);
    next.first(PageEvent.MessageAdded.class, added -> says(added, "Do not lose me"));
    next.close();
  }

  private OpenPage open(Path profile, Passing owner) {
    return OpenPage.open(vertx, pages(), profile, new TestLease(), owner);
  }

  /** A friend writes, and the page tells of it. */
  private void hear(String text, String me) {
    standIn.write(FRIEND, me, text);
    opened.first(PageEvent.MessageAdded.class, added -> says(added, text));
  }

  private static boolean says(PageEvent.MessageAdded added, String text) {
    return text.equals(added.message().body());
  }

  private static OutgoingMessage answer() {
    return new OutgoingMessage.Text(
        "3EB0%016X".formatted(System.nanoTime()), ChatId.parse(FRIEND), "An answer");
  }

  private int received() {
    return standIn.totals().getInteger("received");
  }

  private Path copy(Path profile) throws IOException {
    Path copy = newProfile();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.filter(each -> !Files.isSymbolicLink(each)).toList()) {
        Files.copy(file, copy.resolve(profile.relativize(file)));
      }
    }
    return copy;
  }
}
