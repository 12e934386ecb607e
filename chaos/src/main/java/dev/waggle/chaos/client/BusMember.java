package dev.waggle.chaos.client;

import com.hazelcast.config.Config;
import dev.waggle.chaos.process.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** This JVM as a member of a cluster: what a service of somebody else's sees of the bus. */
public final class BusMember implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  /** A cluster in trouble may keep it from leaving; it is gone for good when this JVM is. */
  private static final long LEAVING_SECONDS = 20;

  private final Vertx vertx;
  private final HazelcastClusterManager cluster;

  private BusMember(Vertx vertx, HazelcastClusterManager cluster) {
    this.vertx = vertx;
    this.cluster = cluster;
  }

  /**
   * Joins a running cluster of this machine.
   *
   * @param cluster its name
   * @param clusterPort the first port that its members listen on
   */
  public static BusMember join(String cluster, int clusterPort) throws Exception {
    return join(cluster, clusterPort, "127.0.0.1");
  }

  /**
   * The same from another address of this machine.
   *
   * @param address where the cluster's first member listens, and this one too
   */
  public static BusMember join(String cluster, int clusterPort, String address) throws Exception {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName(cluster).setLiteMember(true);
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    // As the nodes do: who says nothing for five seconds is put out by them.
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
    config.setProperty("hazelcast.merge.first.run.delay.seconds", "5");
    config.setProperty("hazelcast.merge.next.run.delay.seconds", "5");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.getNetworkConfig().setPort(Ports.free()).getInterfaces().setEnabled(true);
    config.getNetworkConfig().getInterfaces().addInterface(address);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config
        .getNetworkConfig()
        .getJoin()
        .getTcpIpConfig()
        .setEnabled(true)
        .setMembers(List.of(address + ":" + clusterPort));
    VertxOptions options = new VertxOptions();
    options.getEventBusOptions().setHost(address);
    HazelcastClusterManager manager = new HazelcastClusterManager(config);
    return new BusMember(
        Vertx.builder()
            .with(options)
            .withClusterManager(manager)
            .buildClustered()
            .await(PATIENCE_SECONDS, TimeUnit.SECONDS),
        manager);
  }

  /** Everything that is published at an address from now on, as it comes. */
  public List<JsonObject> listen(String address) throws Exception {
    List<JsonObject> heard = new CopyOnWriteArrayList<>();
    listen(address, heard::add);
    return heard;
  }

  /** Hands over what is published at an address from now on, on an event loop. */
  public void listen(String address, Consumer<JsonObject> hearer) throws Exception {
    vertx
        .eventBus()
        .<JsonObject>consumer(address, message -> hearer.accept(message.body()))
        .completion()
        .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** How many JVMs it sees in the cluster, itself among them. */
  public int members() {
    return cluster.getHazelcastInstance().getCluster().getMembers().size();
  }

  public Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() {
    try {
      vertx.close().await(LEAVING_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
