package dev.swarm.bus.cluster;

import com.hazelcast.config.AdvancedNetworkConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.ServerSocketEndpointConfig;
import java.time.Duration;
import java.util.Map;

/**
 * Hazelcast as we let it run: named members only, one interface, no clients, no REST, nothing
 * deserialized but what the bus needs, few threads. What its open-source edition cannot protect is
 * in docs/security.md.
 */
final class HazelcastSetup {
  /** All members must have the same number, or they do not join. */
  private static final String PARTITIONS = "71";

  /** One to send and one to receive for each other member; what goes that way is small. */
  private static final int BUFFER_KB = 32;

  private static final Map<String, String> THREADS =
      Map.of(
          "operation.thread.count", "2",
          "operation.generic.thread.count", "2",
          "operation.priority.generic.thread.count", "1",
          "operation.response.thread.count", "1",
          "io.input.thread.count", "1",
          "io.output.thread.count", "1",
          "event.thread.count", "1",
          "clientengine.thread.count", "1");

  private HazelcastSetup() {}

  static Config of(ClusterOptions options) {
    var config = new Config();
    config.setClusterName(options.cluster());
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.partition.count", PARTITIONS);
    THREADS.forEach((key, count) -> config.setProperty("hazelcast." + key, count));
    timing(config, options.pace());
    idle(config);
    config.getJetConfig().setEnabled(false);
    config.getMetricsConfig().setEnabled(false);
    config.getSerializationConfig().setJavaSerializationFilterConfig(allowed());
    network(config.getAdvancedNetworkConfig(), options);
    maps(config);
    return config;
  }

  private static void timing(Config config, ClusterPace pace) {
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.max.join.seconds", "20");
    config.setProperty("hazelcast.graceful.shutdown.max.wait", "3");
    config.setProperty("hazelcast.heartbeat.interval.seconds", seconds(pace.heartbeat()));
    config.setProperty("hazelcast.max.no.heartbeat.seconds", seconds(pace.lost()));
    config.setProperty("hazelcast.operation.call.timeout.millis", "15000");
    config.setProperty("hazelcast.merge.first.run.delay.seconds", seconds(pace.merge()));
    config.setProperty("hazelcast.merge.next.run.delay.seconds", seconds(pace.merge()));
  }

  /**
   * Nothing that only works for logs and counters nobody reads. The health monitor alone loads the
   * JDK's management beans and flight recorder.
   */
  private static void idle(Config config) {
    config.setProperty("hazelcast.health.monitoring.level", "OFF");
    config.setProperty("hazelcast.slow.operation.detector.enabled", "false");
    config
        .getCRDTReplicationConfig()
        .setReplicationPeriodMillis(Math.toIntExact(Duration.ofHours(1).toMillis()));
  }

  private static String seconds(Duration duration) {
    return Long.toString(Math.max(1, duration.toSeconds()));
  }

  private static JavaSerializationFilterConfig allowed() {
    var filter = new JavaSerializationFilterConfig();
    filter.setDefaultsDisabled(true);
    // Exceptions among them: where one is refused, the remote call hangs.
    filter
        .getWhitelist()
        .addPrefixes(
            "com.hazelcast.", "io.vertx.spi.cluster.hazelcast.", "java.lang.", "java.util.", "[");
    return filter;
  }

  private static void network(AdvancedNetworkConfig network, ClusterOptions options) {
    network.setEnabled(true);
    var endpoint = new ServerSocketEndpointConfig();
    endpoint.setPort(options.listen().port()).setPortAutoIncrement(false);
    endpoint.setSocketSendBufferSizeKb(BUFFER_KB).setSocketRcvBufferSizeKb(BUFFER_KB);
    endpoint.getInterfaces().setEnabled(true).addInterface(options.listen().host());
    network.setMemberEndpointConfig(endpoint);
    network.getJoin().getAutoDetectionConfig().setEnabled(false);
    network.getJoin().getMulticastConfig().setEnabled(false);
    var byName = network.getJoin().getTcpIpConfig().setEnabled(true).setConnectionTimeoutSeconds(2);
    options.members().forEach(member -> byName.addMember(member.toString()));
  }

  /** What Vert.x keeps in the cluster; its own cluster.xml says the same. */
  private static void maps(Config config) {
    config.addMultiMapConfig(
        new MultiMapConfig("__vertx.subs")
            .setBackupCount(1)
            .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
    config.addMapConfig(new MapConfig("__vertx.haInfo").setBackupCount(1));
    config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
  }
}
