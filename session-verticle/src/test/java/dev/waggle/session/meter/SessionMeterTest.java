package dev.waggle.session.meter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waggle.contract.SessionConfig;
import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionInfo.Wanted;
import dev.waggle.contract.SessionName;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.health.WaggleMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionMeterTest {

  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Duration AGO = Duration.ofSeconds(3);

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final SessionMeters meters = new SessionMeters(registry, "one");

  @Test
  void shouldCountASessionWhereItIsUntilItIsOver() {
    SessionMeter session = claimed(SessionStatus.STARTING, null);

    session.is(SessionStatus.STARTING);
    session.is(SessionStatus.WORKING);
    assertThat(sessions("STARTING")).isZero();
    assertThat(sessions("WORKING")).isEqualTo(1);

    session.over();
    session.over();
    session.is(SessionStatus.STOPPED);
    assertThat(sessions("WORKING")).isZero();
    assertThat(sessions("STOPPED")).isZero();
  }

  @Test
  void shouldCountAFailoverFromTheLastRenewalOfTheLostOwnerToWorking() {
    SessionMeter session = claimed(SessionStatus.RECONNECTING, StatusCause.NODE_GONE);

    session.is(SessionStatus.WORKING);
    session.is(SessionStatus.RECONNECTING);
    session.is(SessionStatus.WORKING);

    Timer failover = WaggleMeter.FAILOVER.timer(registry);
    assertThat(failover.count()).isEqualTo(1);
    assertThat(failover.totalTime(TimeUnit.SECONDS)).isBetween(8.0, 12.0);
    assertThat(WaggleMeter.HANDOVER.timer(registry).count()).isZero();
  }

  @Test
  void shouldCountAHandoverFromWhenTheSessionLeftWorking() {
    claimed(SessionStatus.RECONNECTING, StatusCause.HANDED_OVER).is(SessionStatus.WORKING);

    Timer handover = WaggleMeter.HANDOVER.timer(registry);
    assertThat(handover.totalTime(TimeUnit.SECONDS)).isBetween(3.0, 7.0);
    assertThat(WaggleMeter.FAILOVER.timer(registry).count()).isZero();
  }

  @Test
  void shouldTimeTheFirstQrOnly() {
    SessionMeter session = claimed(SessionStatus.STARTING, null);

    session.is(SessionStatus.SCAN_QR_CODE);
    session.is(SessionStatus.STARTING);
    session.is(SessionStatus.SCAN_QR_CODE);

    assertThat(WaggleMeter.FIRST_QR.timer(registry).count()).isEqualTo(1);
  }

  @Test
  void shouldTellMovesApartByTheirCause() {
    meters.moved(SessionStatus.WORKING, SessionStatus.RECONNECTING, StatusCause.BROWSER_FAILED);
    meters.moved(SessionStatus.RECONNECTING, SessionStatus.WORKING, null);

    assertThat(
            WaggleMeter.TRANSITIONS
                .counter(registry, "WORKING", "RECONNECTING", "BROWSER_FAILED")
                .count())
        .isEqualTo(1);
    assertThat(WaggleMeter.TRANSITIONS.counter(registry, "RECONNECTING", "WORKING", "NONE").count())
        .isEqualTo(1);
  }

  private double sessions(String state) {
    return registry.get("waggle.sessions").tags("node", "one", "state", state).gauge().value();
  }

  private SessionMeter claimed(SessionStatus status, StatusCause cause) {
    Instant since = Instant.now().minus(AGO);
    return meters.session(
        new SessionInfo(
            new SessionName("sales"),
            status,
            Wanted.RUNNING,
            "Claimed.",
            cause,
            "one",
            2,
            null,
            SessionConfig.DEFAULT,
            since,
            since),
        LEASE);
  }
}
