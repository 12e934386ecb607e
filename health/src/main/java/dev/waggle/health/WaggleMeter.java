package dev.waggle.health;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * Every meter of ours: its name, its unit and its labels. Labels have few values that are known
 * beforehand; a session's name, a phone number or anything else that callers choose is never one.
 * In Prometheus dots are underscores, and counters, times and sizes end as is the custom there.
 */
public enum WaggleMeter {
  /** Sessions that a node owns at this moment. */
  SESSIONS(Kind.GAUGE, "waggle.sessions", "sessions that a node owns", "node", "state"),
  /** Moves of sessions from one status to another; {@code NONE} stands for no cause. */
  TRANSITIONS(
      Kind.COUNTER, "waggle.session.transitions", "moves between states", "from", "to", "cause"),
  /** From the last sign of life of an owner that is lost to WORKING on another node. */
  FAILOVER(
      Kind.TIMER,
      "waggle.session.failover",
      "from the owner's last sign of life to WORKING elsewhere"),
  /** From leaving WORKING on a node that gives a session up to WORKING on the next. */
  HANDOVER(Kind.TIMER, "waggle.session.handover", "outage of a session that is handed over"),
  /** From the order to open a browser to the first QR of a session that is not linked. */
  FIRST_QR(Kind.TIMER, "waggle.session.first.qr", "from the start to the first QR"),
  /** Messages that were handed to the page; by what became of them. */
  SENDS(Kind.COUNTER, "waggle.session.sends", "messages handed to WhatsApp", "outcome"),
  /** What a snapshot takes to be made or brought back. */
  SNAPSHOT(Kind.TIMER, "waggle.snapshot", "time that a snapshot takes", "kind"),
  /** What is written for a snapshot or read of it, compressed and sealed; in bytes. */
  SNAPSHOT_SIZE(
      Kind.SIZES, "waggle.snapshot.size", "what is written for a snapshot, or read of it", "kind"),
  /** Proportional set size of all browsers of a node, with all their processes; in bytes. */
  BROWSER_MEMORY(
      Kind.SIZE, "waggle.browser.memory", "memory of a node's browsers together", "node"),
  /** The same of the session whose browser takes most. */
  BROWSER_MEMORY_MAX(
      Kind.SIZE, "waggle.browser.memory.max", "memory of the largest session's", "node"),
  /** Renewals of a node's lease; by what became of them. */
  LEASE_RENEWALS(Kind.COUNTER, "waggle.lease.renewals", "renewals of a node's lease", "outcome"),
  /** A ping over the event bus and back, to any node of the cluster. */
  BUS_ROUND_TRIP(
      Kind.TIMER, "waggle.bus.round.trip", "a ping over the event bus and back", "outcome"),
  /** Requests to the API; {@code operation} is its id in the document, or {@code none}. */
  HTTP_REQUESTS(
      Kind.TIMER, "waggle.http.requests", "requests that were answered", "operation", "status"),
  /** Sockets that are open on a gateway. */
  SOCKETS(Kind.GAUGE, "waggle.sockets", "open sockets");

  /** What a meter tells, and how Prometheus has it called. */
  enum Kind {
    /** How many there are now. */
    GAUGE(""),
    /** How large something is now, in bytes. */
    SIZE("_bytes"),
    /** How often something happened. */
    COUNTER("_total"),
    /** How long something took. */
    TIMER("_seconds"),
    /** How large things were, in bytes. */
    SIZES("_bytes");

    private final String suffix;

    Kind(String suffix) {
      this.suffix = suffix;
    }
  }

  private static final Duration[] BUCKETS =
      DoubleStream.of(0.001, 0.005, 0.02, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 15, 30, 60, 120)
          .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
          .toArray(Duration[]::new);

  private final Kind kind;
  private final String meterName;
  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // It is one that cannot be changed.
  private final List<String> labels;

  WaggleMeter(Kind kind, String meterName, String description, String... labels) {
    this.kind = kind;
    this.meterName = meterName;
    this.description = description;
    this.labels = List.of(labels);
  }

  /** Dotted, as Micrometer wants it. */
  public String meterName() {
    return meterName;
  }

  /** As it stands in {@code /metrics}; those of several values have more behind it. */
  public String prometheusName() {
    return meterName.replace('.', '_') + kind.suffix;
  }

  Kind kind() {
    return kind;
  }

  /** What a value of it must be told of, in this order. */
  public List<String> labels() {
    return labels;
  }

  /** The counter of these values of its labels. */
  public Counter counter(MeterRegistry registry, Object... values) {
    require(Kind.COUNTER);
    return Counter.builder(meterName)
        .description(description)
        .tags(tags(values))
        .register(registry);
  }

  /** The timer of these values of its labels, with buckets from 1 ms to two minutes. */
  public Timer timer(MeterRegistry registry, Object... values) {
    require(Kind.TIMER);
    return Timer.builder(meterName)
        .description(description)
        .serviceLevelObjectives(BUCKETS)
        .tags(tags(values))
        .register(registry);
  }

  /** The summary of sizes in bytes. */
  public DistributionSummary bytes(MeterRegistry registry, Object... values) {
    require(Kind.SIZES);
    return DistributionSummary.builder(meterName)
        .description(description)
        .baseUnit("bytes")
        .tags(tags(values))
        .register(registry);
  }

  /**
   * Tells a number from now on.
   *
   * @param number asked by whatever thread reads the meters; must not block
   */
  public void gauge(MeterRegistry registry, Supplier<Number> number, Object... values) {
    require(Kind.GAUGE, Kind.SIZE);
    Gauge.builder(meterName, number)
        .description(description)
        .baseUnit(kind == Kind.SIZE ? "bytes" : null)
        .tags(tags(values))
        .strongReference(true)
        .register(registry);
  }

  private void require(Kind... allowed) {
    if (!List.of(allowed).contains(kind)) {
      throw new IllegalStateException(meterName + " is a " + kind + ".");
    }
  }

  private Tags tags(Object[] values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(
          meterName + " is told of " + labels + ", not of " + Arrays.toString(values));
    }
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(labels.get(i), String.valueOf(values[i]));
    }
    return tags;
  }
}
