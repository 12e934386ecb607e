package dev.waggle.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * What a part of a node is given to tell how it is.
 *
 * @param registry where its meters are
 * @param health where its checks go
 */
public record Instruments(MeterRegistry registry, NodeHealth health) {

  /** Instruments that nobody else reads. */
  public static Instruments unread() {
    return new Instruments(new SimpleMeterRegistry(), new NodeHealth());
  }
}
