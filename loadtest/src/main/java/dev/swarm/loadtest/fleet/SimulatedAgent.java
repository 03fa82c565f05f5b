package dev.swarm.loadtest.fleet;

import dev.swarm.agent.Books;
import dev.swarm.agent.Desk;
import dev.swarm.agent.Investigator;
import dev.swarm.agent.NodeAgent;
import dev.swarm.agent.NodeDoorkeeper;
import dev.swarm.agent.Pulse;
import dev.swarm.agent.Turnings;
import dev.swarm.agent.lease.Later;
import dev.swarm.agent.lease.LeasedSlots;
import dev.swarm.agent.ledger.Ledger;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.Door;
import dev.swarm.bus.Turned;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyBundle;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.bus.seal.SignedSeal;
import dev.swarm.protocol.Addresses;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One agent, wired as on a machine of its own. */
final class SimulatedAgent {
  private SimulatedAgent() {}

  /**
   * Starts it; done when it listens and has beaten once.
   *
   * @param turned hears of messages that it turned away
   */
  static Future<Void> start(
      Machine machine, KeyBundle bundle, Ledger ledger, Consumer<Turned> turned) {
    var name = bundle.card().name();
    var wall = InstantSource.system();
    var cards = new Cards(bundle.authority(), Revocations.none(bundle.authority()), wall);
    var seal = new SignedSeal(bundle, cards);
    var desk = Desk.of(machine.local());
    var books = new Books(ledger, desk);
    var pulse = new Pulse(seal.own().process(), machine.steady());
    var turnings = new Turnings(turned);
    var keeper = new NodeDoorkeeper(name, pulse, Policy.STANDARD, books, wall, machine.steady());
    var addresses = List.of(Addresses.node(name));
    var door =
        new Door(machine.membership().bus(), seal, keeper, addresses, inTurn(), inTurn(), turnings);
    var hello = hello(name, pulse.instance(), machine.capacity());
    var parts =
        new NodeAgent.Parts(
            () -> hello,
            investigator(machine, door, books),
            door,
            books,
            Policy.STANDARD,
            pulse,
            turnings,
            desk,
            wall,
            machine.steady(),
            SimulatedAgent::load,
            List::of,
            _ -> {});
    var agent = new NodeAgent(parts);
    machine.membership().hang(door);
    return agent.start(machine.membership().bus());
  }

  private static Investigator investigator(Machine machine, Door door, Books books) {
    if (!machine.thinks()) {
      return (order, events) -> machine.workshop().run(order.offer(), events);
    }
    var slots =
        new LeasedSlots(door, books.leaders()::lender, Later.of(machine.local()), machine.steady());
    var minds = machine.workshop().minds(machine.endpoints(slots));
    return slots.serving((order, events) -> machine.workshop().work(minds, order.offer(), events));
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static Executor inTurn() {
    return Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
  }

  private static NodeHello hello(String name, String instance, int capacity) {
    return new NodeHello(
        name,
        instance,
        "simulated",
        Wire.VERSION,
        "linux",
        false,
        "none",
        List.of(new NodeHello.Capability("kernel-file", "")),
        Map.of(),
        capacity);
  }
}
