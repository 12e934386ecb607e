package dev.waggle.launcher;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;

/** The meters of one node: ours, the JVM's, and Vert.x's of its bus and its pools. */
final class NodeMeters implements AutoCloseable {

  /** Neither addresses, which hold names of sessions, nor remote hosts. */
  private static final EnumSet<Label> LABELS =
      EnumSet.of(Label.EB_SIDE, Label.POOL_TYPE, Label.POOL_NAME);

  private static final EnumSet<MetricsDomain> COUNTED =
      EnumSet.of(MetricsDomain.EVENT_BUS, MetricsDomain.NAMED_POOLS);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

  /** Meters that count the JVM from now on. */
  NodeMeters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbageCollection.bindTo(registry);
  }

  MeterRegistry registry() {
    return registry;
  }

  /** A Vert.x that is counted here. */
  VertxBuilder vertx(VertxOptions options) {
    return io.vertx.core.Vertx.builder()
        .with(options.setMetricsOptions(ofVertx()))
        .withMetrics(new MicrometerMetricsFactory(registry));
  }

  /** Everything in Prometheus's text format. Takes a few milliseconds. */
  String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }

  private static MicrometerMetricsOptions ofVertx() {
    MicrometerMetricsOptions options = new MicrometerMetricsOptions().setEnabled(true);
    options.setLabels(LABELS);
    EnumSet.complementOf(COUNTED).forEach(options::addDisabledMetricsCategory);
    return options;
  }
}
