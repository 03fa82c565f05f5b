package dev.swarm.cli;

import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.HostPort;
import dev.swarm.bus.cluster.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code fleet:} says, with its defaults.
 *
 * @param key the bundle that {@code swarm keys} made for this machine; without one there is no
 *     fleet
 * @param commandKey the bundle of a coordinator, for commands and {@code serve} on this machine;
 *     where nothing is said, {@code key} has to be one
 * @param members where others of the fleet listen
 * @param listen the interface and port of this machine's agent; where nothing is said, the
 *     interface that leads to the first member, or loopback
 * @param busPort of the agent's event bus, on the same interface
 * @param ports of commands that come and go
 * @param labels of this machine
 * @param nodes that are expected to be there; one that is not is a gap in every audit
 * @param capacity subtasks worked at once on this machine
 */
record FleetSettings(
    Optional<Path> key,
    Optional<Path> commandKey,
    List<HostPort> members,
    Optional<HostPort> listen,
    int busPort,
    Ports ports,
    Map<String, String> labels,
    Set<String> nodes,
    int capacity) {
  /** Areas worked at once; their tools wait for the machine far more than they compute. */
  static final int CAPACITY = 16;

  /** Of a machine that belongs to no fleet. */
  static final FleetSettings NONE =
      new FleetSettings(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          ClusterOptions.BUS_PORT,
          ClusterOptions.SPARE_PORTS,
          Map.of(),
          Set.of(),
          CAPACITY);

  FleetSettings {
    members = List.copyOf(members);
    labels = Map.copyOf(labels);
    nodes = Set.copyOf(nodes);
  }

  /** Whether this machine belongs to a fleet. */
  boolean exists() {
    return key.isPresent() || commandKey.isPresent() || !members.isEmpty();
  }

  /** The same with {@code file} for whatever this process is. */
  FleetSettings keyed(Path file) {
    return new FleetSettings(
        Optional.of(file),
        Optional.of(file),
        members,
        listen,
        busPort,
        ports,
        labels,
        nodes,
        capacity);
  }

  /** The same with other members. */
  FleetSettings joining(List<HostPort> others) {
    return new FleetSettings(
        key, commandKey, others, listen, busPort, ports, labels, nodes, capacity);
  }

  /** The same, listening elsewhere, with the bus on the port after. */
  FleetSettings listening(HostPort where) {
    int bus = where.port() == ClusterOptions.MEMBER_PORT ? busPort : busBeside(where.port());
    return new FleetSettings(
        key, commandKey, members, Optional.of(where), bus, ports, labels, nodes, capacity);
  }

  /**
   * The port of the bus where none is named: the one after the member's, as far as there is one.
   */
  static int busBeside(int member) {
    return Math.min(member + 1, 65_535);
  }
}
