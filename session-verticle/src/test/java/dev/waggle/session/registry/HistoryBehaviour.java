package dev.waggle.session.registry;

import static dev.waggle.session.registry.RegistryUnderTest.FINE;
import static dev.waggle.session.registry.RegistryUnderTest.HISTORY;
import static dev.waggle.session.registry.RegistryUnderTest.LONG;
import static dev.waggle.session.registry.RegistryUnderTest.ME;
import static dev.waggle.session.registry.RegistryUnderTest.SALES;
import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.contract.Transition;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The moves of a session, as they are kept. */
interface HistoryBehaviour {

  /** The registry of this test alone. */
  RegistryUnderTest registry();

  @Test
  default void shouldWriteEveryMoveDownWithItsOwner() {
    Ownership first = registry().claimedBy("one");
    Reason failed = new Reason(StatusCause.BROWSER_FAILED, "The browser died.");
    registry().save(first, SessionStatus.WORKING, FINE);
    registry().save(first, SessionStatus.RECONNECTING, failed);
    registry().lapse("one");
    registry().join("two", LONG);
    registry().claim("two");

    List<Transition> history = await(registry().sessions.history(SALES, 10));

    assertThat(history)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("at", "reason")
        .containsExactly(
            moved(
                SessionStatus.RECONNECTING,
                SessionStatus.RECONNECTING,
                StatusCause.NODE_GONE,
                "two",
                2),
            moved(
                SessionStatus.WORKING,
                SessionStatus.RECONNECTING,
                StatusCause.BROWSER_FAILED,
                "one",
                1),
            moved(SessionStatus.STARTING, SessionStatus.WORKING, null, "one", 1),
            moved(null, SessionStatus.STARTING, null, "one", 1));
    assertThat(history.get(1).reason()).isEqualTo("The browser died.");
    assertThat(history).extracting(Transition::at).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  default void shouldNotRepeatWhatTheHistorySaysAlready() {
    Ownership owner = registry().claimedBy("one");
    Reason failed = new Reason(StatusCause.BROWSER_FAILED, "The browser died.");
    SavedState starting = new SavedState(SessionStatus.STARTING, Reason.of("Starting."), null);
    SavedState reconnecting = new SavedState(SessionStatus.RECONNECTING, failed, ME);

    await(registry().ownerships.saveState(owner, starting));
    await(registry().ownerships.saveState(owner, reconnecting));
    await(registry().ownerships.saveState(owner, reconnecting));

    assertThat(await(registry().sessions.history(SALES, 10)))
        .extracting(Transition::to)
        .containsExactly(SessionStatus.RECONNECTING, SessionStatus.STARTING);
  }

  @Test
  default void shouldKeepOnlyTheLastMovesOfEachSession() {
    Ownership owner = registry().claimedBy("one");
    for (int i = 1; i <= HISTORY + 2; i++) {
      Reason reason = new Reason(StatusCause.CONNECTION_LOST, "Lost " + i + ".");
      registry().save(owner, SessionStatus.RECONNECTING, reason);
    }

    List<Transition> history = await(registry().sessions.history(SALES, 1_000));

    assertThat(history).hasSize(HISTORY);
    assertThat(history.get(0).reason()).isEqualTo("Lost " + (HISTORY + 2) + ".");
    assertThat(await(registry().sessions.history(SALES, 2))).isEqualTo(history.subList(0, 2));
  }

  @Test
  default void shouldSayInTheHistoryThatASessionWasGivenUpWithoutAnEnd() {
    Ownership owner = registry().claimedBy("one");
    registry().save(owner, SessionStatus.WORKING, FINE);

    await(registry().ownerships.release(owner));

    Transition last = await(registry().sessions.history(SALES, 1)).get(0);
    assertThat(last.to()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(last.cause()).isEqualTo(StatusCause.NODE_GONE);
    assertThat(last.node()).isEqualTo("one");
  }

  @Test
  default void shouldWriteNoMoveDownThatWasRefused() {
    Ownership old = registry().claimedBy("one");
    registry().lapse("one");
    registry().join("two", LONG);
    registry().claim("two");
    List<Transition> before = await(registry().sessions.history(SALES, 10));

    codeOf(registry().ownerships.saveState(old, new SavedState(SessionStatus.WORKING, FINE, ME)));
    await(registry().ownerships.release(old));
    await(registry().sessions.settle(SALES, SessionStatus.STOPPED, Reason.of("Stopped.")));

    assertThat(await(registry().sessions.history(SALES, 10))).isEqualTo(before);
  }

  @Test
  default void shouldForgetTheHistoryOfASessionThatIsDeleted() {
    Ownership owner = registry().claimedBy("one");
    await(registry().ownerships.release(owner));
    await(registry().sessions.settle(SALES, SessionStatus.STOPPED, Reason.of("Stopped.")));
    assertThat(await(registry().sessions.history(SALES, 1)).get(0).node()).isNull();

    await(registry().sessions.delete(SALES));

    assertThat(codeOf(registry().sessions.history(SALES, 1)))
        .isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    registry().create(SALES);
    assertThat(await(registry().sessions.history(SALES, 10))).isEmpty();
  }

  @Test
  default void shouldCountAnOutageFromTheEndOfTheLostLease() {
    Ownership owner = registry().claimedBy("one");
    registry().save(owner, SessionStatus.WORKING, FINE);
    registry().lapse("one");
    Instant lost = await(new NodeDirectory(registry().database).list("two")).get(0).leaseUntil();
    registry().join("two", LONG);

    assertThat(registry().claim("two").orElseThrow().statusSince()).isEqualTo(lost);
  }

  private static Transition moved(
      SessionStatus from, SessionStatus to, StatusCause cause, String node, long generation) {
    return new Transition(from, to, cause, "", node, generation, null);
  }
}
