package dev.waggle.session.registry;

import static dev.waggle.session.registry.RegistryUnderTest.FINE;
import static dev.waggle.session.registry.RegistryUnderTest.LONG;
import static dev.waggle.session.registry.RegistryUnderTest.ME;
import static dev.waggle.session.registry.RegistryUnderTest.SALES;
import static dev.waggle.session.support.Futures.await;
import static dev.waggle.session.support.Futures.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Account;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of sessions, and by whom it may be changed. */
interface SessionsBehaviour {

  /** The registry of this test alone. */
  RegistryUnderTest registry();

  @Test
  default void shouldFindWhatWasCreated() {
    SessionConfig config = new SessionConfig(3, 8, Map.of("team", "Nürnberg ✓"));

    SessionInfo created = await(registry().sessions.create(SALES, Wanted.STOPPED, config));

    assertThat(await(registry().sessions.get(SALES)).info()).isEqualTo(created);
    assertThat(created.config()).isEqualTo(config);
    assertThat(created.status()).isEqualTo(SessionStatus.STOPPED);
    assertThat(created.generation()).isZero();
    assertThat(created.createdAt()).isNotNull();
  }

  @Test
  default void shouldRefuseASecondSessionOfTheName() {
    registry().create(SALES);

    assertThat(codeOf(registry().sessions.create(SALES, Wanted.STOPPED, SessionConfig.DEFAULT)))
        .isEqualTo(ErrorCode.SESSION_EXISTS);
  }

  @Test
  default void shouldSayWhenASessionIsNotThere() {
    assertThat(codeOf(registry().sessions.get(SALES))).isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    assertThat(codeOf(registry().sessions.setWanted(SALES, Wanted.RUNNING)))
        .isEqualTo(ErrorCode.SESSION_NOT_FOUND);
    assertThat(codeOf(registry().sessions.delete(SALES))).isEqualTo(ErrorCode.SESSION_NOT_FOUND);
  }

  @Test
  default void shouldListSessionsByName() {
    registry().create(new SessionName("b"));
    registry().create(new SessionName("a"));

    assertThat(await(registry().sessions.list()))
        .extracting(session -> session.info().name().value())
        .containsExactly("a", "b");
  }

  @Test
  default void shouldReplaceTheConfig() {
    registry().create(SALES);

    await(registry().sessions.updateConfig(SALES, new SessionConfig(7, null, Map.of())));

    assertThat(await(registry().sessions.get(SALES)).info().config().qrMaxAttempts()).isEqualTo(7);
  }

  @Test
  default void shouldKeepWhatTheOwnerWrites() {
    Ownership ownership = registry().claimedBy("one");

    Reason reason = new Reason(StatusCause.LINK_REFUSED, "Try again.");

    registry().save(ownership, SessionStatus.SCAN_QR_CODE, reason);

    SessionInfo info = await(registry().sessions.get(SALES)).info();
    assertThat(info.status()).isEqualTo(SessionStatus.SCAN_QR_CODE);
    assertThat(info.reason()).isEqualTo("Try again.");
    assertThat(info.cause()).isEqualTo(StatusCause.LINK_REFUSED);
    assertThat(info.me()).isEqualTo(ME);
  }

  @Test
  default void shouldRefuseWhatAnOlderOwnerWrites() {
    Ownership old = registry().claimedBy("one");
    registry().lapse("one");
    registry().join("two", LONG);
    registry().claim("two");

    assertThat(
            codeOf(
                registry()
                    .ownerships
                    .saveState(old, new SavedState(SessionStatus.WORKING, Reason.of("Mine."), ME))))
        .isEqualTo(ErrorCode.OWNER_UNAVAILABLE);
    await(registry().ownerships.release(old));
    assertThat(await(registry().sessions.get(SALES)).info().node()).isEqualTo("two");
  }

  @Test
  default void shouldSettleOnlyWhatNobodyOwns() {
    Ownership ownership = registry().claimedBy("one");
    registry().save(ownership, SessionStatus.WORKING, FINE);

    SessionInfo owned =
        await(registry().sessions.settle(SALES, SessionStatus.STOPPED, Reason.of("Stopped.")));
    await(registry().ownerships.release(ownership));
    SessionInfo free =
        await(
            registry()
                .sessions
                .settleUnlinked(SALES, SessionStatus.LOGGED_OUT, Reason.of("Logged out.")));

    assertThat(owned.status()).isEqualTo(SessionStatus.WORKING);
    assertThat(free.status()).isEqualTo(SessionStatus.LOGGED_OUT);
    assertThat(free.me()).isNull();
  }

  @Test
  default void shouldNotDeleteWhatSomebodyOwns() {
    registry().claimedBy("one");

    assertThat(codeOf(registry().sessions.delete(SALES))).isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  default void shouldGoOnCountingGenerationsUnderAReusedName() {
    Ownership ownership = registry().claimedBy("one");
    await(registry().ownerships.release(ownership));
    await(registry().sessions.delete(SALES));

    registry().create(SALES);

    assertThat(registry().claim("one")).map(SessionInfo::generation).contains(2L);
  }

  @Test
  default void shouldCutANameThatIsTooLongForItsColumn() {
    Ownership ownership = registry().claimedBy("one");
    Account talkative = new Account(ME.id(), "\0" + "x".repeat(499) + "\uD83D\uDC1D");

    await(
        registry()
            .ownerships
            .saveState(
                ownership, new SavedState(SessionStatus.WORKING, Reason.of("Ok."), talkative)));

    assertThat(await(registry().sessions.get(SALES)).info().me().pushName())
        .isEqualTo("x".repeat(499));
  }
}
