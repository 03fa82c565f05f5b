package dev.swarm.cli;

import dev.swarm.bus.Door;
import dev.swarm.bus.Turned;
import dev.swarm.bus.cluster.Cluster;
import dev.swarm.bus.cluster.ClusterEvent;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.cluster.KeyBadge;
import dev.swarm.bus.cluster.UnansweredException;
import dev.swarm.bus.seal.RevocationList;
import dev.swarm.bus.seal.TlsIdentity;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.CoordinatorDoorkeeper;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Run;
import dev.swarm.coordinator.Submissions;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.lease.Lending;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A coordinator on the fleet's bus: of a command that goes again, or of one that stays. */
final class CoordinatorProcess implements AutoCloseable {
  private static final long START_SECONDS = 30;

  private final DoorThreads doors;
  private final Door door;
  private final Cluster cluster;
  private final Coordinator coordinator;
  private final Consumer<Turned> turned;

  /**
   * What a coordinator is made of.
   *
   * @param expected nodes that have to be there
   * @param lending what nodes may ask it for, where models think
   * @param turned hears of messages that were turned away
   * @param events hears who comes and goes
   * @param takeOvers hears of runs that are taken over from others
   */
  record Parts(
      Bus bus,
      FleetKey key,
      ClusterOptions options,
      Tenure tenure,
      RunStore store,
      Pace pace,
      Set<String> expected,
      Optional<Lending> lending,
      Consumer<Turned> turned,
      Consumer<ClusterEvent> events,
      Consumer<Run> takeOvers) {}

  /**
   * Joins the fleet and listens; blocks until then.
   *
   * @throws ClusterException if the cluster could not be joined
   */
  static CoordinatorProcess start(Parts parts) throws ClusterException {
    return new CoordinatorProcess(parts);
  }

  private CoordinatorProcess(Parts parts) throws ClusterException {
    var wall = new SystemClock();
    var key = parts.key();
    turned = parts.turned();
    var session = key.seal().own().process();
    doors = DoorThreads.start();

    var vertx = parts.bus().vertx();
    var addresses =
        List.of(Addresses.coordinator(session), Addresses.BEATS, Addresses.COORDINATORS);
    var keeper = new CoordinatorDoorkeeper(session);
    door = doors.door(vertx.eventBus(), key.seal(), keeper, addresses, this::turned);
    coordinator =
        new Coordinator(
            vertx,
            door,
            parts.store(),
            Timers.of(vertx, wall),
            parts.pace(),
            Version.text(),
            parts.tenure(),
            () -> key.revocations().newest().map(RevocationList::encoded));

    parts.lending().ifPresent(coordinator::lend);
    var submissions = new Submissions(coordinator);
    if (parts.tenure() == Tenure.STANDING) {
      submissions.hear(door);
    }
    coordinator.onTakeOver(run -> {
      submissions.tookOver(run);
      parts.takeOvers().accept(run);
    });

    Consumer<ClusterEvent> events = parts.events();
    cluster =
        Cluster.join(
            new Cluster.Part(
                parts.options(),
                new KeyBadge(key.bundle(), key.cards()),
                key.seal(),
                new TlsIdentity(key.bundle())::on,
                wall.steady()),
            new Cluster.Ears(events.andThen(this::happened), door::attach, this::turned));
    listen();
    coordinator.open();
    coordinator.expect(parts.expected());
    cluster.peers().forEach(peer -> happened(new ClusterEvent.Came(peer)));
    coordinator.membersCounted();
  }

  private void listen() throws ClusterException {
    try {
      var _ = door.attach(cluster.bus()).await(START_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | RuntimeException e) {
      close();
      throw new UnansweredException(
          "could not listen on the bus within "
              + START_SECONDS
              + " s: who is in the fleet did not take note of us; it may be cut, or overloaded. Try"
              + " again",
          e);
    }
  }

  private void turned(Turned message) {
    coordinator.turned(message);
    turned.accept(message);
  }

  /** Membership is a hint: who it says is here is called, who it says is gone is asked. */
  private void happened(ClusterEvent event) {
    switch (event) {
      case ClusterEvent.Came(var peer) -> {
        if (peer.bearer().role() == Role.NODE) {
          coordinator.memberJoined(peer.bearer().name(), peer.address().toString());
        }
      }
      case ClusterEvent.Went(var peer) -> {
        if (peer.bearer().role() == Role.NODE) {
          coordinator.memberLeft(peer.address().toString());
        }
      }
      case ClusterEvent.Intruded(var address, _) -> coordinator.strangerSeen(address.toString());
      case ClusterEvent.Rejoining _, ClusterEvent.Rejoined _, ClusterEvent.StillOut _ -> {}
    }
  }

  Coordinator coordinator() {
    return coordinator;
  }

  /** By which nodes and other coordinators know this process. */
  String session() {
    return door.own().process();
  }

  Cluster cluster() {
    return cluster;
  }

  /** The way to other coordinators. */
  Door door() {
    return door;
  }

  HostPort address() {
    return cluster.address();
  }

  @Override
  public void close() {
    coordinator.close();
    cluster.close();
    doors.close();
  }
}
