package dev.swarm.fleet;

import dev.swarm.chaos.History;
import dev.swarm.chaos.Machine;
import dev.swarm.chaos.Network;
import dev.swarm.chaos.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Agents on machines of their own, and a machine for whoever asks them; nothing runs before it is
 * started. Closing ends and removes it all.
 */
final class Fleet implements AutoCloseable {
  private final Network network;
  private final Path folder;
  private final History history;
  private final Charter charter;
  private final Map<String, Agent> agents = new LinkedHashMap<>();
  private final Machine desk;

  private Fleet(String name, Path folder, History history) {
    this.network = Network.open(name);
    this.folder = folder;
    this.history = history;
    this.desk = machine("desk");
    this.charter = Charter.draw(desk);
  }

  /** A fleet of {@code count} agents that are called n1, n2 …; none of them runs yet. */
  static Fleet of(int count, String name, Path folder, History history) {
    var fleet = new Fleet(name, folder, history);
    try {
      for (int i = 1; i <= count; i++) {
        var _ = fleet.add("n" + i);
      }
      return fleet;
    } catch (RuntimeException | Error e) {
      fleet.close();
      throw e;
    }
  }

  /** One more machine with an agent. */
  Agent add(String name) {
    var machine = machine(name);
    Work.give(machine);
    charter.enrol(machine, "node");
    var agent = new Agent(machine, charter, history);
    agents.put(name, agent);
    return agent;
  }

  /** One more machine that coordinates. */
  Server server(String name) {
    var machine = machine(name);
    charter.enrol(machine, "coordinator");
    return new Server(machine, charter, history);
  }

  /** A machine of this network that nobody enrolled. */
  Machine machine(String name) {
    return new Machine(network.add(name), folder.resolve(name));
  }

  /** Starts every agent, and waits until each takes part. */
  Fleet up() {
    agents.values().forEach(Agent::start);
    agents.values().forEach(Agent::awaitReady);
    return this;
  }

  List<Agent> agents() {
    return List.copyOf(agents.values());
  }

  Agent agent(String name) {
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

  /** Asks all agents by name for all ordinary work, so that one that is missing is missed. */
  Asked audit(String... more) {
    return auditOf(Work.AREAS, more);
  }

  Asked auditOf(List<String> areas, String... more) {
    var words = new ArrayList<>(List.of("audit", "--output", "json"));
    words.addAll(List.of("--nodes", String.join(",", names())));
    words.addAll(List.of("--areas", String.join(",", areas)));
    words.addAll(List.of(more));
    return new Asked(swarm(words.toArray(String[]::new)), desk);
  }

  /** Any command of swarm at the desk. */
  Program swarm(String... words) {
    return charter.start(desk, words);
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
