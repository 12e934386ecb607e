package dev.waggle.launcher;

import dev.waggle.launcher.cluster.SteadyClusterManager;
import io.vertx.core.Future;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts Vert.x, alone or as a member of the cluster. */
final class VertxStarter {

  private static final Logger log = LoggerFactory.getLogger(VertxStarter.class);

  /** It takes milliseconds in a cluster that is well. */
  private static final Duration REACH = Duration.ofSeconds(20);

  private VertxStarter() {}

  /** Fails with a {@link StartException} when the cluster cannot be joined. */
  static Future<StartedVertx> start(WaggleSettings settings, NodeMeters meters) {
    VertxOptions options = new VertxOptions();
    options.getFileSystemOptions().setFileCacheDir(FileCache.prepare(settings.session().data()));
    return settings.isClustered()
        ? startClustered(settings.cluster(), options, meters)
        : Future.succeededFuture(new StartedVertx(meters.vertx(options).build(), Optional.empty()));
  }

  private static Future<StartedVertx> startClustered(
      ClusterSettings cluster, VertxOptions options, NodeMeters meters) {
    SteadyClusterManager hazelcast = new SteadyClusterManager(ClusterConfig.read(cluster));
    options.getEventBusOptions().setHost(cluster.host()).setPort(cluster.busPort());
    if (cluster.tls().isOn()) {
      secure(options.getEventBusOptions(), cluster.tls());
    }
    return meters
        .vertx(options)
        .withClusterManager(hazelcast)
        .buildClustered()
        .compose(vertx -> reachAll(hazelcast).map(vertx))
        .map(vertx -> new StartedVertx(vertx, Optional.of(hazelcast.getHazelcastInstance())))
        .recover(thrown -> Future.failedFuture(refusal(cluster, thrown)));
  }

  /** A member that does not say where it listens must not keep this one from working. */
  private static Future<Void> reachAll(SteadyClusterManager hazelcast) {
    return hazelcast
        .reachesAll(REACH)
        .onFailure(late -> log.warn("event=members-unreached after={}s", REACH.toSeconds()))
        .otherwiseEmpty();
  }

  /** Both ways: whoever connects shows a certificate too, or is not listened to. */
  private static void secure(EventBusOptions bus, ClusterTlsSettings tls) {
    bus.setSsl(true)
        .setClientAuth(ClientAuth.REQUIRED)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .setCertPath(tls.certificate().toAbsolutePath().toString())
                .setKeyPath(tls.key().toAbsolutePath().toString()))
        .setTrustOptions(
            new PemTrustOptions().addCertPath(tls.trust().toAbsolutePath().toString()));
    bus.setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
  }

  private static StartException refusal(ClusterSettings cluster, Throwable thrown) {
    return new StartException(
        ExitCode.CLUSTER_FAILED,
        "The cluster "
            + cluster.name()
            + " could not be joined from "
            + cluster.host()
            + ", ports "
            + cluster.port()
            + " to "
            + (cluster.port() + cluster.portCount() - 1)
            + ": "
            + thrown.getMessage(),
        thrown);
  }
}
