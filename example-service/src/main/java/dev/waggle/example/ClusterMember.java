package dev.waggle.example;

import com.hazelcast.config.Config;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;

/**
 * How a service joins Waggle's cluster. Hazelcast's own clients cannot take part in the event bus,
 * so it joins as a lite member: it routes messages and stores nothing.
 */
final class ClusterMember {

  private static final int FIRST_PORT = 5801;

  private ClusterMember() {}

  /**
   * A Vert.x in the cluster.
   *
   * @param clusterName as in Waggle's configuration
   * @param members addresses of nodes that are up, {@code host:port}
   */
  static Future<Vertx> join(String clusterName, List<String> members) {
    // The library's default brings the maps that its bookkeeping needs; only the network is ours.
    Config config = ConfigUtil.loadConfig();
    config.setClusterName(clusterName).setLiteMember(true);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    // Waggle's nodes put out whoever has said nothing for five seconds, which is how often a member
    // speaks by default.
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    // Without this Hazelcast listens on every interface, whatever the interfaces below say.
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.getNetworkConfig().setPort(FIRST_PORT).getInterfaces().setEnabled(true);
    config.getNetworkConfig().getInterfaces().addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).setMembers(members);
    var options = new io.vertx.core.VertxOptions();
    options.getEventBusOptions().setHost("127.0.0.1");
    return Vertx.builder()
        .with(options)
        .withClusterManager(new HazelcastClusterManager(config))
        .buildClustered();
  }
}
