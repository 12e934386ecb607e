package dev.waggle.session.meter;

import dev.waggle.contract.SessionInfo;
import dev.waggle.contract.SessionStatus;
import dev.waggle.contract.StatusCause;
import dev.waggle.health.WaggleMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one session node counts and times. Safe for all threads, and cheap. */
public final class SessionMeters {

  private final MeterRegistry registry;
  private final Map<SessionStatus, AtomicInteger> counts = new EnumMap<>(SessionStatus.class);
  private final AtomicLong memory = new AtomicLong();
  private final AtomicLong memoryMax = new AtomicLong();

  /**
   * Meters that have counted nothing.
   *
   * @param node the node's id, with which gauges are told apart
   */
  public SessionMeters(MeterRegistry registry, String node) {
    this.registry = registry;
    for (SessionStatus status : SessionStatus.values()) {
      AtomicInteger count = new AtomicInteger();
      counts.put(status, count);
      WaggleMeter.SESSIONS.gauge(registry, count::get, node, status);
    }
    WaggleMeter.BROWSER_MEMORY.gauge(registry, memory::get, node);
    WaggleMeter.BROWSER_MEMORY_MAX.gauge(registry, memoryMax::get, node);
  }

  /**
   * The part of a session that has just been claimed.
   *
   * @param claimed as the claim left it
   * @param lease how long a lease of this cluster's nodes is
   */
  public SessionMeter session(SessionInfo claimed, Duration lease) {
    return new SessionMeter(this, claimed, lease);
  }

  /** Nothing happens where there is no status. */
  void count(SessionStatus status, int change) {
    if (status != null) {
      counts.get(status).addAndGet(change);
    }
  }

  /**
   * A session has come to another status.
   *
   * @param cause null when there was none
   */
  public void moved(SessionStatus from, SessionStatus to, StatusCause cause) {
    WaggleMeter.TRANSITIONS.counter(registry, from, to, cause == null ? "NONE" : cause).increment();
  }

  /** A session whose owner was lost is WORKING again; counted from that owner's last sign. */
  public void failedOver(Duration outage) {
    WaggleMeter.FAILOVER.timer(registry).record(outage);
  }

  /** A session that was handed over is WORKING again; counted from when it left WORKING. */
  public void handedOver(Duration outage) {
    WaggleMeter.HANDOVER.timer(registry).record(outage);
  }

  /** A session shows its first QR; counted from the order to open its browser. */
  public void firstQr(Duration latency) {
    WaggleMeter.FIRST_QR.timer(registry).record(latency);
  }

  /** A message was handed to the page. */
  public void sent(boolean taken) {
    WaggleMeter.SENDS.counter(registry, taken ? "taken" : "failed").increment();
  }

  /** Something was done with a snapshot. */
  public void snapshot(SnapshotKind kind, Duration duration) {
    WaggleMeter.SNAPSHOT.timer(registry, kind).record(duration);
  }

  /** What was written for a snapshot, or read of it, compressed and sealed. */
  public void snapshotSize(SnapshotKind kind, long bytes) {
    WaggleMeter.SNAPSHOT_SIZE.bytes(registry, kind).record((double) bytes);
  }

  /**
   * What the browsers were last measured to take, in bytes.
   *
   * @param all of this node's
   * @param largest of the session that takes most
   */
  public void browserMemory(long all, long largest) {
    memory.set(all);
    memoryMax.set(largest);
  }

  /** A renewal of the node's lease has come to its end. */
  public void leaseRenewal(LeaseRenewal outcome) {
    WaggleMeter.LEASE_RENEWALS.counter(registry, outcome).increment();
  }
}
