package dev.swarm.fleet;

import com.hazelcast.collection.ICollection;
import com.hazelcast.config.Config;
import com.hazelcast.core.DistributedObject;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.multimap.MultiMap;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Sender;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Collect;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RollCall;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Tempo;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stock Hazelcast and Vert.x process that knows the cluster's name, the members, our very classes
 * and every address, and has no key. It dumps what the cluster holds, forges commands and beats,
 * and floods; then it says how often it was obeyed.
 */
final class RogueMember {
  private static final int FLOOD = 2_000;

  private final HazelcastInstance hazelcast;
  private final Vertx vertx;
  private final AtomicInteger obeyed = new AtomicInteger();

  private RogueMember(HazelcastInstance hazelcast, Vertx vertx) {
    this.hazelcast = hazelcast;
    this.vertx = vertx;
  }

  /** Arguments: the cluster's name, our own address, a member to knock at, and the nodes. */
  public static void main(String[] args) throws Exception {
    var manager = new HazelcastClusterManager(config(args[0], args[1], args[2]));
    var bus = new EventBusOptions().setHost(args[1]).setPort(7611);
    var vertx =
        Vertx.builder()
            .with(new io.vertx.core.VertxOptions().setEventBusOptions(bus))
            .withClusterManager(manager)
            .buildClustered()
            .await(30, TimeUnit.SECONDS);
    var hazelcast = manager.getHazelcastInstance();
    var rogue = new RogueMember(hazelcast, vertx);
    System.out.println("in, one of " + hazelcast.getCluster().getMembers().size());
    System.out.println("dump " + rogue.dump());
    for (var node : List.of(args).subList(3, args.length)) {
      rogue.forge(node);
    }
    System.out.println("obeyed " + rogue.obeyed);
    rogue.flood(List.of(args).subList(3, args.length));
    System.out.println("flooded, obeyed " + rogue.obeyed);
    Thread.currentThread().join();
  }

  private static Config config(String cluster, String own, String member) {
    var config = new Config().setClusterName(cluster);
    config.setProperty("hazelcast.partition.count", "71");
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.socket.bind.any", "false");
    var network = config.getNetworkConfig().setPort(7610);
    network.getInterfaces().setEnabled(true).addInterface(own);
    network.getJoin().getMulticastConfig().setEnabled(false);
    network.getJoin().getTcpIpConfig().setEnabled(true).addMember(member + ":7610");
    return config;
  }

  /** Everything that the cluster holds, as text. */
  private String dump() {
    var text = new StringBuilder();
    for (DistributedObject object : hazelcast.getDistributedObjects()) {
      text.append(object.getName()).append(" = ");
      switch (object) {
        case IMap<?, ?> map -> text.append(map.entrySet());
        case MultiMap<?, ?> map -> text.append(map.entrySet());
        case ICollection<?> all -> text.append(List.of(all.toArray()));
        default -> text.append("a ").append(object.getServiceName());
      }
      text.append("; ");
    }
    return text.toString().replace('\n', ' ');
  }

  /** Every kind of command, as a coordinator would say it, and a beat in the node's name. */
  private void forge(String node) {
    var run = new RunId("forged");
    var coordinator = new OpenSeal(new Sender(Role.COORDINATOR, "desk", "forged"));
    var agent = new OpenSeal(new Sender(Role.NODE, node, "forged"));
    var now = Long.toString(System.currentTimeMillis());
    var calls =
        Map.of(
            Verb.ROLL_CALL,
                new RollCall("forged", "desk", Wire.VERSION, Optional.empty(), Tempo.STANDARD),
            Verb.CANCEL, new Cancel(run, "because"),
            Verb.CLOSE, new Close(run, 99),
            Verb.COLLECT, new Collect(run, 99, "forged"));
    calls.forEach((verb, message) ->
        say(Addresses.node(node), coordinator.close(verb.id(), node, now, Wire.encode(message))));
    var beat =
        new Beat(
            node, "forged", 99, List.of(), 0, 1, 0, List.of(), 0, Map.of(), List.of("forged:1"));
    var _ =
        vertx
            .eventBus()
            .publish(
                Addresses.BEATS,
                Buffer.buffer(agent.close(Verb.BEAT.id(), "*", "", Wire.encode(beat))));
    say(Addresses.node(node), new byte[] {1, 2, 3});
  }

  private void flood(List<String> nodes) {
    for (int i = 0; i < FLOOD; i++) {
      for (var node : nodes) {
        var _ = vertx.eventBus().send(Addresses.node(node), Buffer.buffer(new byte[1_000]));
      }
    }
  }

  /** Whoever answers anything but a failure obeyed. */
  private void say(String address, byte[] frame) {
    var options = new DeliveryOptions().setSendTimeout(1_500);
    try {
      Future<?> reply = vertx.eventBus().request(address, Buffer.buffer(frame), options);
      var _ = reply.await(3, TimeUnit.SECONDS);
      System.out.println("obeyed at " + address);
      obeyed.incrementAndGet();
    } catch (Exception refused) {
      System.out.println("not obeyed: " + refused.getMessage());
    }
  }
}
