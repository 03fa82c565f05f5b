package dev.swarm.bus.cluster;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Envelope;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Opened;
import dev.swarm.bus.Sender;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A member of a real cluster on loopback, and a door on its bus. */
final class TestMember implements AutoCloseable {
  static final Ports PORTS = new Ports(17_610, 17_699);
  private static final Doorkeeper OPEN = new OpenKeeper();

  final LinkedBlockingQueue<ClusterEvent> events = new LinkedBlockingQueue<>();
  final Cluster cluster;
  final Door door;
  private final ExecutorService inbox = Executors.newSingleThreadExecutor();
  private final ExecutorService outbox = Executors.newSingleThreadExecutor();

  private record OpenKeeper() implements Doorkeeper {
    @Override
    public void glance(Envelope envelope, Verb<?, ?> verb) {
      // Everybody may come in.
    }

    @Override
    public void admit(Opened message, Verb<?, ?> verb) {
      // Everybody may come in.
    }
  }

  TestMember(Role role, PlainBadge badge, List<HostPort> members, List<String> addresses)
      throws ClusterException {
    this(role, badge, members, addresses, Optional.empty());
  }

  TestMember(
      Role role,
      PlainBadge badge,
      List<HostPort> members,
      List<String> addresses,
      Optional<Ports> spare)
      throws ClusterException {
    int port = PORTS.free(InetAddress.getLoopbackAddress()).orElseThrow();
    var options =
        new ClusterOptions(
            "swarm-test",
            new HostPort("127.0.0.1", port),
            port + 1,
            spare,
            members,
            ClusterPace.standard());
    var seal = new OpenSeal(new Sender(role, badge.name(), "p" + port));
    var attached = new AtomicReference<Door>();
    cluster =
        Cluster.join(
            new Cluster.Part(options, badge, seal, bus -> bus, InstantSource.system()),
            new Cluster.Ears(
                events::add,
                bus ->
                    Optional.ofNullable(attached.get())
                        .map(door -> door.attach(bus))
                        .orElseGet(Future::succeededFuture),
                _ -> {}));
    door = new Door(cluster.bus(), seal, OPEN, addresses, inbox, outbox, _ -> {});
    attached.set(door);
  }

  /** The next event of its kind; the others before it are passed over. */
  <E extends ClusterEvent> E await(Class<E> kind) throws InterruptedException {
    while (true) {
      var event = events.poll(40, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("no " + kind.getSimpleName() + " within 40 s");
      }
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
  }

  @Override
  public void close() {
    cluster.close();
    var _ = inbox.shutdownNow();
    var _ = outbox.shutdownNow();
  }
}
