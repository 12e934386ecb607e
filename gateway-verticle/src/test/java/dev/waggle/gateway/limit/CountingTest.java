package dev.waggle.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waggle.contract.ErrorCode;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.WaggleException;
import dev.waggle.gateway.access.Action;
import dev.waggle.gateway.access.Principal;
import dev.waggle.gateway.settings.LimitSettings;
import dev.waggle.gateway.support.Await;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountingTest {

  private static final Principal ANA = Principal.admin("ana");
  private static final Optional<SessionName> SALES = Optional.of(new SessionName("sales"));

  private final Clock clock = new Clock();
  private final LocalBuckets buckets = new LocalBuckets(clock);

  @Test
  void shouldAllowTheSameAgainInTheNextMinute() {
    RateLimits limits = new RateLimits(new LimitSettings(2, 0, 0, 0), buckets);
    send(limits);
    send(limits);
    assertThatThrownBy(() -> send(limits)).isInstanceOf(WaggleException.class);

    clock.pass(Duration.ofSeconds(60));

    assertThat(send(limits).remaining()).isEqualTo(1);
  }

  @Test
  void shouldAllowNoMoreThanTheDayHowManyMinutesItMayHave() {
    RateLimits limits = new RateLimits(new LimitSettings(2, 3, 0, 0), buckets);
    send(limits);
    send(limits);
    clock.pass(Duration.ofHours(1));
    send(limits);

    assertThatThrownBy(() -> send(limits))
        .isInstanceOfSatisfying(
            WaggleException.class,
            refused -> assertThat(refused.retryAfter()).contains(Duration.ofHours(23)));
  }

  @Test
  void shouldCountCommandsOfSocketsAsRequestsAndAsSends() {
    RateLimits limits = new RateLimits(new LimitSettings(1, 0, 2, 0), buckets);

    Allowance left =
        Await.result(limits.command(ANA, Action.SEND, SALES, Future::<Allowance>succeededFuture));

    assertThat(left).isEqualTo(new Allowance(1, 0, Duration.ofMinutes(1)));
    assertThatThrownBy(
            () -> Await.result(limits.command(ANA, Action.SEND, SALES, this::unexpected)))
        .hasMessageContaining("session sales");
    assertThatThrownBy(
            () -> Await.result(limits.command(ANA, Action.READ, SALES, this::unexpected)))
        .hasMessageContaining("key ana");
  }

  @Test
  void shouldGiveASendBackWhenTheWorkThrowsBeforeItBegan() {
    RateLimits limits = new RateLimits(new LimitSettings(1, 0, 0, 0), buckets);
    assertThatThrownBy(
            () ->
                Await.result(
                    limits.within(
                        Action.SEND,
                        SALES,
                        left -> {
                          throw new WaggleException(ErrorCode.INVALID_CHAT_ID, "No number.");
                        })))
        .hasMessage("No number.");

    assertThat(send(limits).remaining()).isZero();
  }

  @Test
  void shouldCountNothingWhereTheLimitIsZero() {
    RateLimits limits = new RateLimits(LimitSettings.NONE, buckets);

    assertThat(send(limits)).isEqualTo(Allowance.UNLIMITED);
    assertThat(Await.result(limits.request(ANA))).isEqualTo(Allowance.UNLIMITED);
    assertThat(buckets.count()).isZero();
  }

  @Test
  void shouldForgetWhoHasNotAskedForLong() {
    RateLimits limits = new RateLimits(new LimitSettings(0, 0, 60, 0), buckets);
    for (int i = 0; i < 50; i++) {
      Await.result(limits.request(Principal.admin("key-" + i)));
    }
    assertThat(buckets.count()).isEqualTo(50);

    clock.pass(Duration.ofMinutes(2));
    Await.result(limits.request(ANA));

    assertThat(buckets.count()).isEqualTo(1);
  }

  @Test
  void shouldLetCallersPassWhenTheCountsDoNotAnswer() {
    RateLimits limits = new RateLimits(new LimitSettings(1, 0, 1, 0), new Silent());

    assertThat(Await.result(limits.request(ANA))).isEqualTo(Allowance.UNLIMITED);
  }

  private static Allowance send(RateLimits limits) {
    return Await.result(limits.within(Action.SEND, SALES, Future::<Allowance>succeededFuture));
  }

  private Future<Allowance> unexpected(Allowance left) {
    throw new AssertionError("carried out with " + left);
  }

  /** Time that passes when a test says so. */
  private static final class Clock implements TimeMeter {
    private long nanos = 1_000_000_000L;

    void pass(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /** A cluster that hangs. */
  private static final class Silent implements Buckets {
    @Override
    public Future<ConsumptionProbe> take(String name, BucketConfiguration size) {
      return Promise.<ConsumptionProbe>promise().future();
    }

    @Override
    public Future<Void> giveBack(String name, BucketConfiguration size) {
      return Promise.<Void>promise().future();
    }
  }
}
