package dev.swarm.cli;

import dev.swarm.agent.Investigator;
import dev.swarm.agent.NodeAgent;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Investigation;
import dev.swarm.agent.investigation.SharedTools;
import dev.swarm.agent.playbook.Playbook;
import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.Pace;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Wire;
import dev.swarm.tools.Guard;
import dev.swarm.tools.Toolbox;
import dev.swarm.tools.host.Host;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Map;
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
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Station(Vertx vertx, Coordinator coordinator) {
    this.vertx = vertx;
    this.coordinator = coordinator;
  }

  /** What a station is made of. */
  record Parts(
      Settings settings, Knowledge knowledge, Host host, Sandboxing sandboxing, RunStore store) {
    /** The same on another host. */
    Parts on(Host other) {
      return new Parts(settings, knowledge, other, sandboxing, store);
    }
  }

  /** Starts the agent and the coordinator on a bus of their own; blocks until both listen. */
  static Station open(Parts parts) {
    return open(parts, Bus.starting());
  }

  /** Starts them on {@code bus}, which was begun before. */
  static Station open(Parts parts, Bus bus) {
    var vertx = bus.vertx();
    InstantSource clock = new SystemClock();
    var coordinator =
        new Coordinator(
            vertx, parts.store(), Timers.of(vertx, clock), Pace.standard(), Version.text());
    var station = new Station(vertx, coordinator);
    station.deploy(parts, clock);
    return station;
  }

  Coordinator coordinator() {
    return coordinator;
  }

  private void deploy(Parts parts, InstantSource clock) {
    var toolbox =
        new Toolbox(
            parts.host(),
            parts.knowledge().catalog(),
            new Guard(
                parts.sandboxing().contained(),
                parts.settings().trustArguments(),
                parts.settings().forbiddenTools()));
    var agent = new NodeAgent(hello(parts), investigator(parts, toolbox, clock));
    try {
      var _ = vertx.deployVerticle(agent).await(10, TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("the agent did not start within 10 s", e);
    }
  }

  private Investigator investigator(Parts parts, Toolbox toolbox, InstantSource clock) {
    var shared = new SharedTools(toolbox::run, clock);
    return (offer, progress) -> {
      var questions = new Questions(toolbox.facts(), parts.settings().lists());
      var investigation =
          new Investigation(toolbox, shared, parts.knowledge().checks(), questions, threads, clock);
      return investigation.of(offer, new Playbook(questions), progress);
    };
  }

  private static NodeHello hello(Parts parts) {
    var host = parts.host();
    return new NodeHello(
        host.name(),
        Long.toString(ProcessHandle.current().pid()),
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
    var _ = vertx.close();
  }
}
