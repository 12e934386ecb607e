package dev.waggle.launcher;

import com.hazelcast.core.HazelcastInstance;
import dev.waggle.gateway.limit.Buckets;
import dev.waggle.gateway.limit.LocalBuckets;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * A running Vert.x.
 *
 * @param hazelcast the cluster that it is a member of; empty when it is alone
 */
record StartedVertx(Vertx vertx, Optional<HazelcastInstance> hazelcast) {

  /** Where a gateway counts for its rate limits: with all others, if there may be others. */
  Buckets buckets() {
    return hazelcast
        .<Buckets>map(cluster -> new HazelcastBuckets(vertx, cluster))
        .orElseGet(LocalBuckets::new);
  }
}
