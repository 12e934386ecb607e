package dev.waggle.session.registry;

import static dev.waggle.session.registry.RegistryUnderTest.FINE;
import static dev.waggle.session.registry.RegistryUnderTest.LONG;
import static dev.waggle.session.registry.RegistryUnderTest.SALES;
import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import org.junit.jupiter.api.Test;

/** What becomes of a session whose owner has died or handed it over. */
interface SuccessionBehaviour {

  /** The registry of this test alone. */
  RegistryUnderTest registry();

  @Test
  default void shouldNotReportASessionOfADeadNodeAsWorking() {
    Ownership ownership = registry().claimedBy("one");
    registry().save(ownership, SessionStatus.WORKING, FINE);
    registry().lapse("one");

    SessionInfo info = await(registry().sessions.get(SALES)).info();

    assertThat(info.status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(info.node()).isNull();
  }

  @Test
  default void shouldGoOnReconnectingWhereTheOwnerOfALinkedSessionDied() {
    Ownership ownership = registry().claimedBy("one");
    registry().save(ownership, SessionStatus.WORKING, FINE);
    registry().lapse("one");
    registry().join("two", LONG);

    SessionInfo claimed = registry().claim("two").orElseThrow();

    assertThat(claimed.status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(claimed.cause()).isEqualTo(StatusCause.NODE_GONE);
  }

  @Test
  default void shouldGoOnForTheReasonThatAnOwnerGaveWhenItHandedOver() {
    Reason moved = new Reason(StatusCause.HANDED_OVER, "It moves.");
    Ownership ownership = registry().claimedBy("one");
    registry().save(ownership, SessionStatus.RECONNECTING, moved);
    await(registry().ownerships.release(ownership));
    assertThat(await(registry().sessions.get(SALES)).info().cause())
        .isEqualTo(StatusCause.HANDED_OVER);
    registry().join("two", LONG);

    SessionInfo claimed = registry().claim("two").orElseThrow();

    assertThat(claimed.status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(claimed.cause()).isEqualTo(StatusCause.HANDED_OVER);
    assertThat(claimed.reason()).isEqualTo("It moves.");
  }

  @Test
  default void shouldGoOnReconnectingWhereTheNodeOfALinkedSessionEnded() {
    Reason leaving = new Reason(StatusCause.NODE_LEAVING, "The node is shutting down.");
    Ownership ownership = registry().claimedBy("one");
    registry().save(ownership, SessionStatus.STOPPED, leaving);
    await(registry().ownerships.release(ownership));
    assertThat(await(registry().sessions.get(SALES)).info().status())
        .isEqualTo(SessionStatus.RECONNECTING);
    registry().join("two", LONG);

    SessionInfo claimed = registry().claim("two").orElseThrow();

    assertThat(claimed.status()).isEqualTo(SessionStatus.RECONNECTING);
    assertThat(claimed.cause()).isEqualTo(StatusCause.NODE_LEAVING);
  }

  @Test
  default void shouldStartAnewWhatWasNotLinkedWhenItsOwnerDied() {
    Ownership ownership = registry().claimedBy("one");
    await(
        registry()
            .ownerships
            .saveState(
                ownership, new SavedState(SessionStatus.SCAN_QR_CODE, Reason.of("Scan."), null)));
    registry().lapse("one");
    registry().join("two", LONG);

    assertThat(registry().claim("two")).map(SessionInfo::status).contains(SessionStatus.STARTING);
  }

  @Test
  default void shouldFindOrphansThatShouldRun() {
    registry().claimedBy("one");
    registry().lapse("one");
    registry().create(new SessionName("never-started"));
    await(
        registry()
            .sessions
            .create(new SessionName("not-wanted"), Wanted.STOPPED, SessionConfig.DEFAULT));

    assertThat(await(registry().ownerships.orphans()))
        .extracting(SessionName::value)
        .containsExactly("never-started", "sales");
  }

  @Test
  default void shouldLeaveASessionThatGaveUpToAPerson() {
    Ownership ownership = registry().claimedBy("one");
    await(
        registry()
            .ownerships
            .saveState(
                ownership, new SavedState(SessionStatus.FAILED, Reason.of("Gave up."), null)));
    await(registry().ownerships.release(ownership));

    assertThat(await(registry().ownerships.orphans())).isEmpty();
  }
}
