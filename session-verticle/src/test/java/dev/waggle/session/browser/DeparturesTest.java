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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A page that tells WhatsApp's server nothing that its owner has not passed on. */
class DeparturesTest extends BrowserTest {

  private static final String ME = "5511970000001";
  private static final String FRIEND = "5511970000002";
  private static final String OTHER = "5511970000003";

  /** More than all that a test may wait for, so that nothing leaves for lack of time. */
  private static final Duration LONG_HOLD = Duration.ofMinutes(5);

  private static final Duration SHORT_HOLD = Duration.ofSeconds(1);

  private final Passing passing = new Passing();
  private final OutgoingMessage sent = text("Sent before all");
  private ChromiumPages patient;
  private ChromiumPages hasty;
  private Path older;
  private OpenPage opened;

  @BeforeAll
  void link() throws IOException {
    patient = pagesHolding(LONG_HOLD);
    hasty = pagesHolding(SHORT_HOLD);
    standIn.phone(FRIEND);
    OpenPage linked = openLinked(ME);
    OpenPage.result(linked.page().send(sent));
    linked.close();
    older = copy(linked.profile());
    openOn(linked.profile());
  }

  @AfterAll
  void closePages() {
    OpenPage.result(patient.close());
    OpenPage.result(hasty.close());
  }

  @AfterEach
  void goOn() {
    passing.goOn();
  }

  @Test
  void shouldNotTellTheServerOfAMessageBeforeItsEventIsPassedOn() {
    int before = received();
    passing.stop();

    hear("Not yet");
    hear("Nor this");

    OpenPage.result(opened.page().probe());
    assertThat(received()).isEqualTo(before);
    passing.goOn();
    await().atMost(OpenPage.PATIENCE).until(() -> received() == before + 2);
  }

  @Test
  void shouldKeepTheOrderOfWhatItHolds() {
    int before = received();
    passing.stop();
    hear("A question");
    Future<MessageSent> answer = opened.page().send(text("An answer"));
    awaitTold("An answer");
    OpenPage.result(opened.page().probe());
    assertThat(answer.isComplete()).isFalse();

    passing.goOn();

    assertThat(OpenPage.result(answer).ack()).isPositive();
    assertThat(received()).isEqualTo(before + 1);
  }

  @Test
  void shouldHoldNothingForLongerThanItMayWhenNothingIsPassedOn() {
    OpenPage page = OpenPage.open(vertx, hasty, newProfile(), new TestLease(), passing);
    link(page, OTHER);
    int atFirst = received();
    standIn.write(FRIEND, OTHER, "The first of all");
    awaitTold(page, "The first of all");
    await().atMost(OpenPage.PATIENCE).until(() -> received() == atFirst + 1);
    int before = received();
    long start = System.nanoTime();
    passing.stop();

    standIn.write(FRIEND, OTHER, "Nobody takes this");

    await().atMost(OpenPage.PATIENCE).until(() -> received() == before + 1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(SHORT_HOLD);
  }

  @Test
  void shouldLeaveToAnOlderProfileWhatWasNotPassedOnWhenThePageEnded() {
    int before = received();
    passing.stop();
    standIn.read(FRIEND, sent.id());
    awaitRead(sent.id());
    hear("Do not lose me");

    opened.browser().destroyForcibly();

    opened.first(PageEvent.Closed.class);
    passing.goOn();
    openOn(older);
    awaitTold("Do not lose me");
    awaitRead(sent.id());
    await().atMost(OpenPage.PATIENCE).until(() -> received() == before + 1);
  }

  /** The page of the tests from now on. */
  private void openOn(Path profile) {
    opened = OpenPage.open(vertx, patient, profile, new TestLease(), passing);
    opened.first(PageEvent.Ready.class);
  }

  /** A friend writes, and the page tells of it. */
  private void hear(String text) {
    standIn.write(FRIEND, ME, text);
    awaitTold(text);
  }

  private void awaitTold(String text) {
    awaitTold(opened, text);
  }

  private static void awaitTold(OpenPage page, String text) {
    page.first(PageEvent.MessageAdded.class, added -> text.equals(added.message().body()));
  }

  private void awaitRead(String id) {
    opened.first(
        PageEvent.AckChanged.class,
        acked -> acked.ack().id().endsWith(id) && acked.ack().ack() == 3);
  }

  private static OutgoingMessage text(String words) {
    return new OutgoingMessage.Text(
        "3EB0%016X".formatted(System.nanoTime()), ChatId.parse(FRIEND), words);
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
