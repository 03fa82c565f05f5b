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
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A stock Hazelcast and Vert.x process that knows the cluster's name, the members, our very classes
 * and every address, and has no key. It dumps what the cluster holds, forges every verb there is,
 * and floods; then it says how often it was obeyed.
 */
final class RogueMember {
  private static final int FLOOD = 2_000;

  private final HazelcastInstance hazelcast;
  private final Vertx vertx;
  private final AtomicInteger obeyed = new AtomicInteger();
  private final Set<Verb<?, ?>> forged = new HashSet<>();

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
    rogue.forge(List.of(args).subList(3, args.length));
    System.out.println("forged " + rogue.forged.size() + ", obeyed " + rogue.obeyed);
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

  /**
   * Everything that may be said, to each who might hear it, in the name of whoever may say it; and
   * what is no message at all.
   */
  private void forge(List<String> nodes) throws Exception {
    var asked = new ArrayList<Future<?>>();
    for (var node : nodes) {
      Forgeries.about(node)
          .forEach((verb, body) -> {
            var own = verb.sender() == Role.NODE ? node : "desk";
            var seal = new OpenSeal(new Sender(verb.sender(), own, Forgeries.MARK));
            for (var to : addressees(verb.place(), node)) {
              asked.add(said(verb, to, seal.close(verb.id(), to.name(), fresh(verb), body)));
            }
          });
      asked.add(say(Addresses.node(node), new byte[] {1, 2, 3}));
    }
    var _ = Future.join(asked).otherwiseEmpty().await(30, TimeUnit.SECONDS);
  }

  /** An address, and what the recipient is called in the frame. */
  private record Addressee(String address, String name) {}

  private List<Addressee> addressees(Verb.Place place, String node) {
    return switch (place) {
      case NODE -> List.of(new Addressee(Addresses.node(node), node));
      case COORDINATOR -> listening(Addresses.coordinator(""));
      case MEMBER -> listening(Addresses.member(""));
      case BEATS -> List.of(new Addressee(Addresses.BEATS, "*"));
      case COORDINATORS -> List.of(new Addressee(Addresses.COORDINATORS, "*"));
    };
  }

  /** Who listens at an address that begins so: the cluster tells everybody. */
  private List<Addressee> listening(String kind) {
    var found =
        Pattern.compile(Pattern.quote(kind) + "([A-Za-z0-9-]+)")
            .matcher(dump())
            .results()
            .map(match -> new Addressee(match.group(), match.group(1)))
            .distinct()
            .toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("nobody listens at " + kind);
    }
    return found;
  }

  private static String fresh(Verb<?, ?> verb) {
    return switch (verb.freshness()) {
      case BEAT -> Forgeries.MARK + "/99";
      case CLOCK -> Long.toString(System.currentTimeMillis());
      case SESSION, HEARD -> "";
    };
  }

  /** What everybody hears is answered by nobody. */
  private Future<?> said(Verb<?, ?> verb, Addressee to, byte[] frame) {
    forged.add(verb);
    return switch (verb.place()) {
      case BEATS, COORDINATORS -> {
        var _ = vertx.eventBus().publish(to.address(), Buffer.buffer(frame));
        yield Future.succeededFuture();
      }
      case NODE, COORDINATOR, MEMBER -> say(to.address(), frame);
    };
  }

  private void flood(List<String> nodes) {
    for (int i = 0; i < FLOOD; i++) {
      for (var node : nodes) {
        var _ = vertx.eventBus().send(Addresses.node(node), Buffer.buffer(new byte[1_000]));
      }
    }
  }

  /** Whoever answers anything but a failure obeyed. */
  private Future<?> say(String address, byte[] frame) {
    var options = new DeliveryOptions().setSendTimeout(5_000);
    return vertx
        .eventBus()
        .request(address, Buffer.buffer(frame), options)
        .onSuccess(_ -> {
          System.out.println("obeyed at " + address);
          obeyed.incrementAndGet();
        })
        .onFailure(refused -> System.out.println("not obeyed: " + refused.getMessage()));
  }
}
