package dev.swarm.agent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.ledger.Ledger;
import dev.swarm.agent.ledger.PassingLedger;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.Door;
import dev.swarm.bus.OpenSeal;
import dev.swarm.bus.Sender;
import dev.swarm.bus.Turned;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Offers;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;

/** An agent on a bus of its own, in a time that tests crank. */
final class AgentRig implements AutoCloseable {
  static final String NODE = "web-1";
  static final RunId RUN = new RunId("run-1");
  static final int CAPACITY = 4;

  final Vertx vertx = Vertx.vertx();
  final CrankedTime time = new CrankedTime();
  final List<Turned> turned = new CopyOnWriteArrayList<>();
  final List<String> revocations = new CopyOnWriteArrayList<>();
  private final List<NodeAgent> agents = new ArrayList<>();
  private final List<Pulse> pulses = new ArrayList<>();
  private final List<Door> doors = new ArrayList<>();
  private Policy policy = Policy.STANDARD;
  private Ledger ledger = new PassingLedger();

  AgentRig with(Policy other) {
    policy = other;
    return this;
  }

  AgentRig with(Ledger other) {
    ledger = other;
    return this;
  }

  PretendCoordinator coordinator(String name, String session) throws TimeoutException {
    return PretendCoordinator.on(vertx, name, session);
  }

  /** A new instance of the agent, that listens and has beaten once. */
  NodeAgent agent(Investigator investigator) throws TimeoutException {
    var instance = UUID.randomUUID().toString();
    var books = new Books(ledger, time);
    var pulse = new Pulse(instance, time);
    pulses.add(pulse);
    var turnings = new Turnings(turned::add);
    var door =
        new Door(
            vertx.eventBus(),
            new OpenSeal(new Sender(Role.NODE, NODE, instance)),
            new NodeDoorkeeper(NODE, pulse, policy, books, time, time),
            List.of(Addresses.node(NODE)),
            Runnable::run,
            Runnable::run,
            turnings);
    var parts =
        new NodeAgent.Parts(
            () -> hello(instance),
            investigator,
            door,
            books,
            policy,
            pulse,
            turnings,
            time,
            time,
            time,
            () -> 0.25,
            () -> List.of("10.0.0.9:5701"),
            revocations::add);
    var agent = new NodeAgent(parts);
    agents.add(agent);
    doors.add(door);
    var _ = agent.start(vertx.eventBus()).await(10, SECONDS);
    return agent;
  }

  /** Until the agent's newest beat was heard. */
  Beat awaitBeat(PretendCoordinator coordinator) throws InterruptedException {
    var newest = Optional.<Beat>empty();
    while (newest.filter(beat -> beat.number() == pulses.getLast().latest()).isEmpty()) {
      newest = Optional.ofNullable(coordinator.beats.poll(10, SECONDS));
      assertTrue(newest.isPresent(), "no beat came");
    }
    return newest.orElseThrow();
  }

  /** Until everything that was noted is on disk. */
  void awaitWritten() throws TimeoutException {
    var _ = ledger.note(List.of()).await(10, SECONDS);
  }

  /** The agent's process is gone: nobody listens any more, and nobody writes. */
  void kill() throws TimeoutException {
    agents.clear();
    var _ = doors.removeLast().close().await(10, SECONDS);
    time.forgetAll();
    ledger.close();
  }

  private static NodeHello hello(String instance) {
    return new NodeHello(
        NODE,
        instance,
        "0.1.0",
        Wire.VERSION,
        "linux",
        false,
        "none",
        List.of(),
        Map.of(),
        CAPACITY);
  }

  static Subtask subtask(String area) {
    return new Subtask(
        SubtaskId.of(RUN, NODE, new Area(area)),
        RUN,
        NODE,
        new Area(area),
        List.of(),
        Budget.standard(Duration.ofSeconds(30)));
  }

  static Offer offer(String area, int attempt, long epoch) {
    return new Offer(subtask(area), attempt, epoch);
  }

  static Offers offers(PretendCoordinator from, Offer... offers) {
    return new Offers(from.session, List.of(offers));
  }

  @Override
  public void close() throws TimeoutException {
    for (var agent : agents) {
      var _ = agent.drain(Duration.ZERO);
      var _ = agent.drain(Duration.ZERO).await(10, SECONDS);
    }
    var _ = vertx.close().await(10, SECONDS);
  }
}
