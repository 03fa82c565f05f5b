package dev.swarm.fleet;

import dev.swarm.chaos.History;
import dev.swarm.chaos.Machine;
import dev.swarm.chaos.Network;
import dev.swarm.chaos.Program;
import dev.swarm.protocol.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Agents on machines of their own, and a machine for whoever asks them; nothing runs before it is
 * started. Closing ends and removes it all.
 */
final class Fleet implements AutoCloseable {
  /** So many machines are named as those to knock at. */
  private static final int DOORS = 3;

  /** Options that say which nodes are meant; without one, all are, by name. */
  private static final List<String> CHOOSING = List.of("--nodes", "--labels", "--limit");

  private final Network network;
  private final Path folder;
  private final History history;
  private final Charter charter;
  private final Machine desk;
  private final Map<String, Daemon> agents = new LinkedHashMap<>();
  private final List<Daemon> servers = new ArrayList<>();

  private Fleet(Network network, int count, Path folder, History history) {
    this.network = network;
    this.folder = folder;
    this.history = history;
    var machines = IntStream.rangeClosed(1, count).mapToObj(i -> machine("n" + i)).toList();
    this.charter = new Charter(machines.stream().limit(DOORS).map(Machine::address).toList());
    this.desk = machine("desk");
    Work.give(desk);
    charter.enrol(desk, Role.COORDINATOR);
    for (var machine : machines) {
      var _ = enlist(machine);
    }
  }

  /** A fleet of {@code count} agents that are called n1, n2 …; none of them runs yet. */
  static Fleet of(int count, String name, Path folder, History history) {
    Training.once();
    var network = Network.open(name);
    try {
      return new Fleet(network, count, folder, history);
    } catch (RuntimeException | Error e) {
      network.close();
      throw e;
    }
  }

  /** One more machine with an agent. */
  Daemon add(String name) {
    return enlist(machine(name));
  }

  private Daemon enlist(Machine machine) {
    Work.give(machine);
    charter.enrol(machine, Role.NODE);
    var agent = new Daemon(machine, "agent", history);
    agents.put(machine.name(), agent);
    return agent;
  }

  /** One more machine that coordinates. */
  Daemon server(String name) {
    var machine = machine(name);
    Work.give(machine);
    charter.enrol(machine, Role.COORDINATOR);
    var server = new Daemon(machine, "serve", history);
    servers.add(server);
    return server;
  }

  /** A machine of this network that nobody enrolled. */
  Machine machine(String name) {
    return new Machine(network.add(name), folder.resolve(name));
  }

  /** Starts every agent, and waits until each takes part. */
  Fleet up() {
    agents.values().forEach(Daemon::start);
    for (var agent : agents.values()) {
      var _ = agent.awaitReady();
    }
    return this;
  }

  List<Daemon> agents() {
    return List.copyOf(agents.values());
  }

  Daemon agent(String name) {
    return java.util.Objects.requireNonNull(agents.get(name), name);
  }

  List<String> names() {
    return List.copyOf(agents.keySet());
  }

  Network network() {
    return network;
  }

  Charter charter() {
    return charter;
  }

  Machine desk() {
    return desk;
  }

  /**
   * Asks all agents by name for all ordinary work, so that one that is missing is missed. What it
   * finds are warnings, which leave the exit code to what is missing.
   */
  Asked audit(String... more) {
    return auditOf(Work.AREAS, more);
  }

  Asked auditOf(List<String> areas, String... more) {
    var words = new ArrayList<>(List.of("audit", "--output", "json", "--fail-on", "critical"));
    words.addAll(List.of("--areas", String.join(",", areas)));
    words.addAll(List.of(more));
    if (CHOOSING.stream().noneMatch(words::contains)) {
      words.addAll(List.of("--nodes", String.join(",", names())));
    }
    var machines = Stream.concat(Stream.of(desk), servers.stream().map(Daemon::machine));
    return new Asked(swarm(words.toArray(String[]::new)), machines.map(Charter::state).toList());
  }

  /** Any command of swarm at the desk. */
  Program swarm(String... words) {
    return Charter.start(desk, words);
  }

  /** The same, to its end. */
  Program did(String... words) {
    var program = swarm(words);
    var _ = program.ended(Duration.ofSeconds(30));
    return program;
  }

  @Override
  public void close() {
    network.close();
  }
}
