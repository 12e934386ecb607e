package dev.waggle.session.registry;

import static dev.waggle.session.registry.RegistryUnderTest.LAPSED;
import static dev.waggle.session.registry.RegistryUnderTest.LONG;
import static dev.waggle.session.registry.RegistryUnderTest.SALES;
import static dev.waggle.session.support.Futures.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionStatus;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who owns a session, and who may come to own it. */
interface ClaimsBehaviour {

  /** The registry of this test alone. */
  RegistryUnderTest registry();

  @Test
  default void shouldNameTheOwnerAndRaiseTheGenerationOnAClaim() {
    registry().create(SALES);
    registry().join("one", LONG);

    SessionInfo claimed = registry().claim("one").orElseThrow();

    assertThat(claimed.node()).isEqualTo("one");
    assertThat(claimed.generation()).isEqualTo(1);
    assertThat(claimed.status()).isEqualTo(SessionStatus.STARTING);
  }

  @Test
  default void shouldKnowAnOwnerUntilItsLeaseEnds() {
    registry().create(SALES);
    registry().join("one", LONG);
    Ownership first =
        new Ownership(SALES, "one", registry().claim("one").orElseThrow().generation());
    assertThat(await(registry().ownerships.isOwner(first))).isTrue();

    registry().lapse("one");

    assertThat(await(registry().ownerships.isOwner(first))).isFalse();
  }

  @Test
  default void shouldKnowNoOwnerOfAnOlderGeneration() {
    registry().create(SALES);
    registry().join("one", LONG);
    Ownership first =
        new Ownership(SALES, "one", registry().claim("one").orElseThrow().generation());
    await(registry().ownerships.release(first));

    registry().claim("one");

    assertThat(await(registry().ownerships.isOwner(first))).isFalse();
  }

  @Test
  default void shouldNotLetTheSameOwnerClaimTwice() {
    registry().create(SALES);
    registry().join("one", LONG);
    registry().claim("one");

    assertThat(registry().claim("one")).isEmpty();
  }

  @Test
  default void shouldNotClaimFromAnOwnerWithAValidLease() {
    registry().create(SALES);
    registry().join("one", LONG);
    registry().join("two", LONG);
    registry().claim("one");

    assertThat(registry().claim("two")).isEmpty();
    assertThat(await(registry().sessions.get(SALES)).info().node()).isEqualTo("one");
  }

  @Test
  default void shouldLetExactlyOneOfManyClaimsWin() {
    registry().create(SALES);
    List<String> names = IntStream.range(0, 12).mapToObj(i -> "node-" + i).toList();
    names.forEach(name -> registry().join(name, LONG));

    List<Future<Optional<SessionInfo>>> claims =
        names.stream().map(name -> registry().ownerships.claim(SALES, name)).toList();
    await(Future.join(claims));

    assertThat(claims).filteredOn(claim -> claim.result().isPresent()).hasSize(1);
    assertThat(await(registry().sessions.get(SALES)).info().generation()).isEqualTo(1);
  }

  @Test
  default void shouldClaimFromAnOwnerWhoseLeaseHasRunOut() {
    registry().create(SALES);
    registry().join("one", LONG);
    registry().claim("one");
    registry().lapse("one");
    registry().join("two", LONG);

    assertThat(registry().claim("two")).map(SessionInfo::generation).contains(2L);
  }

  @Test
  default void shouldClaimWhatWasReleased() {
    registry().create(SALES);
    registry().join("one", LONG);
    registry().join("two", LONG);
    await(
        registry()
            .ownerships
            .release(
                new Ownership(SALES, "one", registry().claim("one").orElseThrow().generation())));

    assertThat(registry().claim("two")).isPresent();
  }

  @Test
  default void shouldNotClaimWithoutALeaseOfItsOwn() {
    registry().create(SALES);
    registry().join("one", LAPSED);

    assertThat(registry().claim("one")).isEmpty();
    assertThat(registry().claim("never-joined")).isEmpty();
  }

  @Test
  default void shouldNotClaimWhatIsWantedStopped() {
    await(registry().sessions.create(SALES, Wanted.STOPPED, SessionConfig.DEFAULT));
    registry().join("one", LONG);

    assertThat(registry().claim("one")).isEmpty();
  }
}
