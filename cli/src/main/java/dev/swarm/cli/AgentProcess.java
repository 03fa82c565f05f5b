package dev.swarm.cli;

import dev.swarm.agent.Books;
import dev.swarm.agent.Desk;
import dev.swarm.agent.NodeAgent;
import dev.swarm.agent.NodeDoorkeeper;
import dev.swarm.agent.Pulse;
import dev.swarm.agent.Turnings;
import dev.swarm.agent.ledger.DiskLedger;
import dev.swarm.agent.ledger.StateFolder;
import dev.swarm.agent.log.CommandLog;
import dev.swarm.bus.RejectedException;
import dev.swarm.bus.Turned;
import dev.swarm.bus.cluster.Cluster;
import dev.swarm.bus.cluster.ClusterException;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.cluster.KeyBadge;
import dev.swarm.bus.seal.TlsIdentity;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Wire;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One machine's agent in a process of its own: the machine's side of a fleet. */
final class AgentProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);

  /** What runs may end for so long; what is then stopped has a few seconds to be delivered. */
  private static final Duration DRAIN = Duration.ofSeconds(6);

  private static final Duration GONE = Duration.ofSeconds(10);

  private final FleetLog log;
  private final CommandLog commands;
  private final FleetKey key;
  private final NodeAgent agent;
  private final Books books;
  private final DoorThreads doors;
  private final ExecutorService workers;
  private final Optional<ModelDoor> models;
  private final Cluster cluster;

  /**
   * What an agent is made of.
   *
   * @param state where it keeps what outlives it
   */
  record Parts(
      Surroundings here, Settings settings, Opening opening, FleetKey key, StateFolder state) {}

  /**
   * Joins the fleet and listens; blocks until then.
   *
   * @throws ClusterException if the cluster could not be joined
   */
  static AgentProcess start(Parts parts) throws ClusterException {
    return new AgentProcess(parts);
  }

  private AgentProcess(Parts parts) throws ClusterException {
    var wall = new SystemClock();
    var steady = wall.steady();
    key = parts.key();
    log = new FleetLog(parts.here());
    doors = DoorThreads.start();
    workers = Executors.newVirtualThreadPerTaskExecutor();

    var vertx = Bus.starting().vertx();
    var desk = Desk.of(vertx);
    books = new Books(DiskLedger.open(parts.state().ledger(), wall.instant(), log::say), desk);
    commands =
        CommandLog.open(
            parts.state().commandLog(),
            CommandLog.STANDARD,
            key.bundle().key()::sign,
            Version.text(),
            wall);
    var pulse = new Pulse(key.seal().own().process(), steady);
    var turnings = new Turnings(this::turned);
    var policy = parts.settings().policy();
    var keeper = new NodeDoorkeeper(key.name(), pulse, policy, books, wall, steady);
    var addresses = List.of(Addresses.node(key.name()));
    var door = doors.door(vertx.eventBus(), key.seal(), keeper, addresses, turnings);

    models =
        parts.settings().routers().isEmpty()
            ? Optional.empty()
            : Optional.of(
                ModelDoor.shared(
                    vertx, parts.settings(), FoundKeys.of(parts.here()), door, books.leaders()));
    var opening = parts.opening();
    var workshop =
        new Workshop(
            parts.settings(),
            opening.knowledge(),
            opening.host(),
            opening.sandboxing().get(),
            models,
            Optional.of(commands));
    var options =
        Whereabouts.staying(
            parts.settings().fleet(),
            key.bundle().cluster(),
            AgentState.folder(parts.here(), parts.settings()));
    var hello = hello(workshop, pulse.instance(), options.listen());
    agent =
        new NodeAgent(
            new NodeAgent.Parts(
                () -> hello,
                workshop.investigator(workers, wall),
                door,
                books,
                policy,
                pulse,
                turnings,
                desk,
                wall,
                steady,
                AgentProcess::load,
                this::strangers,
                this::learn));

    var tls = new TlsIdentity(key.bundle());
    cluster =
        Cluster.join(
            new Cluster.Part(
                options, new KeyBadge(key.bundle(), key.cards()), key.seal(), tls::on, steady),
            new Cluster.Ears(log::happened, agent::rejoin, turnings));
    begin();
    Thrift.on(vertx);
  }

  private void begin() throws ClusterException {
    try {
      var _ = agent.start(cluster.bus()).await(START.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | RuntimeException e) {
      close();
      throw new ClusterException(
          "could not listen on the bus within " + START.toSeconds() + " s: " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  HostPort address() {
    return cluster.address();
  }

  /** Ends what it does and delivers it, as far as that goes in a few seconds; blocks. */
  void drain() {
    try {
      var _ = agent.drain(DRAIN).await(GONE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | RuntimeException e) {
      log.say("not everything was delivered; it is kept for the next start");
    }
  }

  @Override
  public void close() {
    cluster.close();
    var _ = workers.shutdownNow();
    models.ifPresent(ModelDoor::close);
    doors.close();
    books.close();
    commands.close();
  }

  private void turned(Turned turned) {
    commands.turned(turned);
    log.turned(turned);
  }

  private List<String> strangers() {
    return cluster.strangers().stream().map(HostPort::toString).toList();
  }

  /** A coordinator brought a list of revoked keys. */
  private void learn(String revoked) {
    try {
      if (key.revocations().learn(revoked)) {
        log.say("took over a newer list of revoked keys");
      }
    } catch (RejectedException e) {
      log.say("refused a list of revoked keys: " + e.getMessage());
    } catch (IOException e) {
      log.say("could not keep the list of revoked keys: " + e.getMessage());
    }
  }

  private NodeHello hello(Workshop workshop, String instance, HostPort address) {
    var host = workshop.host();
    var fleet = workshop.settings().fleet();
    return new NodeHello(
        key.name(),
        instance,
        Version.text(),
        Wire.VERSION,
        host.platform().id(),
        host.root(),
        workshop.sandboxing().description(),
        Capabilities.of(workshop.knowledge(), host),
        fleet.labels(),
        fleet.capacity(),
        address.toString(),
        PeerFacts.of(host, workshop.settings()));
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
