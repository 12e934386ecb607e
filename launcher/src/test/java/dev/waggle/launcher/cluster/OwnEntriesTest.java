package dev.waggle.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Completable;
import io.vertx.core.Promise;
import io.vertx.core.spi.cluster.RegistrationInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnEntriesTest {

  private static final RegistrationInfo ENTRY = new RegistrationInfo("here", 1, false);

  private final Deque<Completable<Void>> entering = new ArrayDeque<>();
  private final List<String> struck = new ArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final OwnEntries entries =
      new OwnEntries(
          (address, entry, done) -> entering.add(done),
          (address, entry, done) -> {
            struck.add(address);
            done.succeed();
          });

  @Test
  void shouldEnterAgainWhatWasEntered() {
    entered("one", ENTRY);

    entries.enterAgain(failures::incrementAndGet);
    entering.remove().succeed();

    assertThat(entering).isEmpty();
    assertThat(struck).isEmpty();
    assertThat(failures).hasValue(0);
  }

  @Test
  void shouldSayWhenItCouldNotBeEnteredAgain() {
    entered("one", ENTRY);

    entries.enterAgain(failures::incrementAndGet);
    entering.remove().fail("The cluster is busy.");

    assertThat(failures).hasValue(1);
    assertThat(entries.has("one")).isTrue();
  }

  @Test
  void shouldStrikeAgainWhatWasStruckWhileItWasEnteredAgain() {
    entered("one", ENTRY);

    entries.enterAgain(failures::incrementAndGet);
    entries.strike("one", ENTRY, Promise.promise());
    entering.remove().succeed();

    assertThat(struck).containsExactly("one", "one");
    assertThat(entries.has("one")).isFalse();
  }

  @Test
  void shouldNotEnterAgainWhatWasRefused() {
    entries.enter("one", ENTRY, Promise.promise());
    entering.remove().fail("The cluster is busy.");

    entries.enterAgain(failures::incrementAndGet);

    assertThat(entering).isEmpty();
  }

  @Test
  void shouldKeepWhatOnlyThisJvmHearsOutOfTheBook() {
    entered("one", new RegistrationInfo("here", 1, true));

    entries.enterAgain(failures::incrementAndGet);

    assertThat(entries.has("one")).isTrue();
    assertThat(entering).isEmpty();
  }

  private void entered(String address, RegistrationInfo entry) {
    entries.enter(address, entry, Promise.promise());
    entering.remove().succeed();
  }
}
