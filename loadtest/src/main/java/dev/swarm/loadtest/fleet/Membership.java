package dev.swarm.loadtest.fleet;

import dev.swarm.bus.Door;
import dev.swarm.bus.cluster.Cluster;
import dev.swarm.bus.cluster.ClusterEvent;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.ClusterPace;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.cluster.KeyBadge;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.bus.seal.SignedSeal;
import dev.swarm.bus.seal.TlsIdentity;
import dev.swarm.router.waiting.SystemClock;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** One process's member of the cluster, and the doors that hang on its bus. */
final class Membership implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final List<Door> doors = new CopyOnWriteArrayList<>();
  private final Cluster cluster;

  private Membership(KeyBundle bundle, ClusterOptions options) throws ClusterException {
    var revocations = Revocations.none(bundle.authority());
    var cards = new Cards(bundle.authority(), revocations, InstantSource.system());
    var part =
        new Cluster.Part(
            options,
            new KeyBadge(bundle, cards),
            new SignedSeal(bundle, cards),
            new TlsIdentity(bundle)::on,
            new SystemClock());
    cluster = Cluster.join(part, new Cluster.Ears(Membership::tell, this::attach, _ -> {}));
  }

  /** Joins on the loopback, where everybody has ports of its own. */
  static Membership join(KeyBundle bundle, int port, List<Integer> members)
      throws ClusterException {
    var knocks = members.stream().map(one -> new HostPort(LOOPBACK, one)).toList();
    return join(bundle, new HostPort(LOOPBACK, port), knocks);
  }

  /** Joins; the first of the {@code members} has to be the first that does. */
  static Membership join(KeyBundle bundle, HostPort own, List<HostPort> members)
      throws ClusterException {
    var options =
        new ClusterOptions(
            bundle.cluster(),
            own,
            own.port() + 1,
            Optional.empty(),
            members,
            ClusterPace.standard());
    return new Membership(bundle, options);
  }

  /** Coming and going is usual; what is not has to be known beside the figures. */
  private static void tell(ClusterEvent event) {
    switch (event) {
      case ClusterEvent.Came _, ClusterEvent.Went _ -> {}
      case ClusterEvent.Intruded _,
          ClusterEvent.Rejoining _,
          ClusterEvent.Rejoined _,
          ClusterEvent.StillOut _ ->
          System.err.println(event);
    }
  }

  EventBus bus() {
    return cluster.bus();
  }

  /** Hangs {@code door} on this bus, and on the next one if the process has to join anew. */
  void hang(Door door) {
    var _ = doors.add(door);
  }

  private Future<Void> attach(EventBus other) {
    return Future.all(doors.stream().map(door -> door.attach(other)).toList()).mapEmpty();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
