package dev.swarm.cli;

import dev.swarm.agent.Books;
import dev.swarm.agent.Desk;
import dev.swarm.agent.NodeAgent;
import dev.swarm.agent.NodeDoorkeeper;
import dev.swarm.agent.Pulse;
import dev.swarm.agent.Turnings;
import dev.swarm.agent.ledger.PassingLedger;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.Door;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Sender;
import dev.swarm.bus.Turned;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.CoordinatorDoorkeeper;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Tenure;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.http.RouterView;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Wire;
import dev.swarm.tools.host.Host;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One machine's swarm in one process: a coordinator and an agent that meet on the local event bus,
 * by the same messages as in a fleet.
 */
final class Station implements AutoCloseable {
  /** Areas worked at once; their tools wait for the machine far more than they compute. */
  private static final int CAPACITY = 16;

  private final Vertx vertx;
  private final Coordinator coordinator;
  private final Optional<ModelDoor> models;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Station(Vertx vertx, Coordinator coordinator, Optional<ModelDoor> models) {
    this.vertx = vertx;
    this.coordinator = coordinator;
    this.models = models;
  }

  /**
   * What a station is made of.
   *
   * @param here where keys of routers are looked up
   */
  record Parts(
      Settings settings,
      Knowledge knowledge,
      Host host,
      Sandboxing sandboxing,
      RunStore store,
      Surroundings here) {
    /** The same on another host, without a model. */
    Parts alone(Host other) {
      return new Parts(settings.with(List.of()), knowledge, other, sandboxing, store, here);
    }
  }

  /** Starts the agent and the coordinator on a bus of their own; blocks until both listen. */
  static Station open(Parts parts) {
    return open(parts, Bus.starting(), Tenure.LOCAL);
  }

  /** Starts them on {@code bus}, which was begun before. */
  static Station open(Parts parts, Bus bus, Tenure tenure) {
    var vertx = bus.vertx();
    Optional<ModelDoor> models =
        parts.settings().routers().isEmpty()
            ? Optional.empty()
            : Optional.of(ModelDoor.open(vertx, parts.settings(), FoundKeys.of(parts.here())));
    var coordinating = coordinating(vertx);
    var clock = new SystemClock();
    var coordinator =
        new Coordinator(
            vertx,
            coordinating,
            parts.store(),
            Timers.of(vertx, clock),
            Pace.standard(),
            Version.text(),
            tenure,
            Optional::empty);
    var station = new Station(vertx, coordinator, models);
    started(Future.all(coordinating.attach(vertx.eventBus()), station.deploy(parts, clock)));
    return station;
  }

  Coordinator coordinator() {
    return coordinator;
  }

  /** By which its agent knows the coordinator. */
  String session() {
    return "coordinator-" + process();
  }

  /** Where its models are served, and how busy each is. */
  List<RouterView> routers() {
    return models.map(ModelDoor::routers).orElse(List.of());
  }

  /** The coordinator's way to the bus: within one process nobody needs a signature. */
  private static Door coordinating(Vertx vertx) {
    var session = "coordinator-" + process();
    return new Door(
        vertx.eventBus(),
        new OpenSeal(new Sender(Role.COORDINATOR, "local", session)),
        new CoordinatorDoorkeeper(session),
        List.of(Addresses.coordinator(session), Addresses.BEATS),
        Runnable::run,
        Runnable::run,
        Station::nobodyElse);
  }

  private Future<Void> deploy(Parts parts, SystemClock clock) {
    var node = parts.host().name();
    var hello = hello(parts);
    var desk = Desk.of(vertx);
    var steady = clock.steady();
    var books = new Books(new PassingLedger(), desk);
    var pulse = new Pulse(hello.instance(), steady);
    var turnings = new Turnings(Station::nobodyElse);
    var keeper = new NodeDoorkeeper(node, pulse, Policy.STANDARD, books, clock, steady);
    var door =
        new Door(
            vertx.eventBus(),
            new OpenSeal(new Sender(Role.NODE, node, hello.instance())),
            keeper,
            List.of(Addresses.node(node)),
            Runnable::run,
            Runnable::run,
            turnings);
    var workshop =
        new Workshop(
            parts.settings(),
            parts.knowledge(),
            parts.host(),
            parts.sandboxing(),
            models,
            Optional.empty());
    var agent =
        new NodeAgent(
            new NodeAgent.Parts(
                () -> hello,
                workshop.investigator(threads, clock),
                door,
                books,
                Policy.STANDARD,
                pulse,
                turnings,
                desk,
                clock,
                steady,
                () -> -1,
                List::of,
                _ -> {}));
    return agent.start(vertx.eventBus());
  }

  private static void started(Future<?> start) {
    try {
      var _ = start.await(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("the agent did not start within 10 s", e);
    }
  }

  /** Whoever can send to this bus is this process: what is turned away is a matter of timing. */
  private static void nobodyElse(Turned turned) {}

  private static String process() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static NodeHello hello(Parts parts) {
    var host = parts.host();
    return new NodeHello(
        host.name(),
        process(),
        Version.text(),
        Wire.VERSION,
        host.platform().id(),
        host.root(),
        parts.sandboxing().description(),
        Capabilities.of(parts.knowledge(), host),
        Map.of(),
        CAPACITY);
  }

  @Override
  public void close() {
    var _ = threads.shutdownNow();
    if (models.isPresent()) {
      models.get().close();
    }
    var _ = vertx.close();
  }
}
