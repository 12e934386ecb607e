package dev.waggle.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.Addresses;
import dev.waggle.contract.ApiKey;
import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.KeyScope;
import dev.waggle.contract.KeySecret;
import dev.waggle.contract.RevokedKey;
import dev.waggle.contract.WaggleException;
import dev.waggle.contract.Wire;
import dev.waggle.gateway.support.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway remembers of stored keys, and for how long. */
class StoredKeysTest {

  private final Vertx vertx = Vertx.vertx();
  private final KeySecret secret = KeySecret.random();
  private final List<Promise<ApiKey>> asked = new ArrayList<>();
  private long now;
  private StoredKeys keys;

  @BeforeEach
  void start() {
    Revocations revocations = Await.result(Revocations.listen(vertx));
    keys = new StoredKeys(key -> ask(), revocations, () -> now);
  }

  @AfterEach
  void stop() {
    Await.result(vertx.close());
  }

  @Test
  void shouldAskAgainForAGoodKeyAfterFiveSeconds() {
    Future<Principal> first = authenticate();
    asked.get(0).complete(key(null));
    later(Duration.ofMillis(4_999));
    Future<Principal> second = authenticate();
    later(Duration.ofMillis(1));
    authenticate();

    assertThat(first.result().name()).isEqualTo("key:" + secret.id());
    assertThat(second.result()).isEqualTo(first.result());
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldAskAgainForAWrongKeyAfterOneSecond() {
    authenticate();
    asked.get(0).fail(new WaggleException(ErrorCode.UNAUTHORIZED, "No."));
    later(Duration.ofMillis(999));

    assertThat(codeOf(authenticate())).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(asked).hasSize(1);

    later(Duration.ofMillis(1));
    authenticate();
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldNotRememberThatNobodyAnswered() {
    Future<Principal> first = authenticate();
    asked.get(0).fail(new WaggleException(ErrorCode.TIMEOUT, "Nobody."));
    authenticate();

    assertThat(codeOf(first)).isEqualTo(ErrorCode.NO_SESSION_NODE);
    assertThat(asked).hasSize(2);
  }

  @Test
  void shouldNotAskForWhatHasNotTheFormOfAKey() {
    assertThat(codeOf(keys.authenticate("wg_nonsense"))).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(asked).isEmpty();
  }

  @Test
  void shouldRefuseAKeyThatExpiresWhileItIsRemembered() {
    Future<Principal> answer = authenticate();
    asked.get(0).complete(key(Instant.now().minusMillis(1)));

    assertThat(codeOf(answer)).isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  void shouldNotBelieveAnAnswerThatIsOlderThanARevocation() {
    Future<Principal> answer = authenticate();
    revoke("key:" + secret.id());

    asked.get(0).complete(key(null));
    assertThat(answer.isComplete()).isFalse();
    asked.get(1).fail(new WaggleException(ErrorCode.UNAUTHORIZED, "No."));

    assertThat(codeOf(answer)).isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  void shouldAskForNoMoreKeysAtOnceThanTheBusCanBear() {
    for (int i = 0; i < 256; i++) {
      keys.authenticate(KeySecret.random().text());
    }

    assertThat(codeOf(authenticate())).isEqualTo(ErrorCode.TOO_MANY_REQUESTS);
    asked.get(0).fail(new WaggleException(ErrorCode.UNAUTHORIZED, "No."));
    assertThat(authenticate().isComplete()).isFalse();
  }

  private Future<ApiKey> ask() {
    Promise<ApiKey> answer = Promise.promise();
    asked.add(answer);
    return answer.future();
  }

  private Future<Principal> authenticate() {
    return keys.authenticate(secret.text());
  }

  private ApiKey key(Instant expiresAt) {
    return new ApiKey(secret.id(), "CRM", KeyScope.admin(), Instant.now(), expiresAt);
  }

  private void later(Duration time) {
    now += time.toNanos();
  }

  /** Heard in the order in which it was said: what comes back has passed the gateway's ears. */
  private void revoke(String name) {
    Promise<Void> heard = Promise.promise();
    Revocations other = Await.result(Revocations.listen(vertx));
    other.onRevoked(revoked -> heard.complete());
    vertx.eventBus().publish(Addresses.REVOKED_KEYS, Wire.write(new RevokedKey(name)));
    Await.result(heard.future());
  }

  private static ErrorCode codeOf(Future<?> failed) {
    assertThat(failed.failed()).isTrue();
    return ((WaggleException) failed.cause()).code();
  }
}
