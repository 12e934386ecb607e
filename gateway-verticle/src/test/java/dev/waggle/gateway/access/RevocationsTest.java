package dev.waggle.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.RevokedKey;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.access.Principal.Role;
import dev.waggle.gateway.support.Await;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevocationsTest {

  private static final Principal ANA = new Principal("key:a", Role.SESSION, Set.of(), Set.of());
  private static final Principal BOB = new Principal("key:b", Role.SESSION, Set.of(), Set.of());

  private final Vertx vertx = Vertx.vertx();
  private Revocations revocations;

  @BeforeEach
  void start() {
    revocations = Await.result(Revocations.listen(vertx));
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  @Test
  void shouldCloseEverythingOfARevokedKeyOnceAndNothingElse() {
    AtomicInteger closed = new AtomicInteger();
    AtomicInteger closedOfBob = new AtomicInteger();
    Promise<Void> last = Promise.promise();
    revocations.watch(ANA, closed::incrementAndGet);
    revocations.watch(ANA, closed::incrementAndGet).end();
    revocations.watch(BOB, closedOfBob::incrementAndGet);
    revocations.watch(ANA, closed::incrementAndGet);

    revoke("key:a");
    revocations.onRevoked(name -> last.tryComplete());
    revoke("key:a");
    Await.result(last.future());

    assertThat(closed).hasValue(2);
    assertThat(closedOfBob).hasValue(0);
  }

  @Test
  void shouldCloseWhatIsOpenedWithAKeyThatWasRevokedMeanwhile() {
    Promise<Void> heard = Promise.promise();
    Promise<Void> closed = Promise.promise();
    revocations.onRevoked(name -> heard.complete());
    revoke("key:a");
    Await.result(heard.future());

    revocations.watch(ANA, closed::complete);

    Await.result(closed.future());
  }

  @Test
  void shouldCloseWhatIsHeldWithAKeyThatExpires() {
    Promise<Void> closed = Promise.promise();
    Instant soon = Instant.now().plusMillis(100);
    Principal token = new Principal("jwt:ana", Role.ADMIN, Set.of(), Set.of(), soon);

    revocations.watch(token, closed::complete);
    Await.result(closed.future());

    assertThat(Instant.now()).isAfterOrEqualTo(soon);
  }

  @Test
  void shouldTakeATokenThatEndsAtTheEndOfTime() {
    Principal token = new Principal("jwt:ana", Role.ADMIN, Set.of(), Set.of(), Instant.MAX);

    revocations.watch(token, () -> {}).end();
  }

  private void revoke(String name) {
    vertx.eventBus().publish(Addresses.REVOKED_KEYS, Wire.write(new RevokedKey(name)));
  }
}
