package dev.swarm.bus.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where and how a process joins.
 *
 * @param cluster the name that all members share; anybody who listens in knows it, so it protects
 *     from mistakes and from nothing else
 * @param listen the interface, by its address, and the port of the cluster's member
 * @param busPort of the event bus, on the same interface
 * @param spare a pair of these ports is taken instead, by a process that comes and goes; empty for
 *     one that stays
 * @param members where to knock; the process itself may be among them
 * @param memory the file in which it keeps where it met members, to join faster the next time
 */
public record ClusterOptions(
    String cluster,
    HostPort listen,
    int busPort,
    Optional<Ports> spare,
    List<HostPort> members,
    Optional<Path> memory,
    ClusterPace pace) {
  /** Of the cluster's member. */
  public static final int MEMBER_PORT = 7610;

  /** Of the event bus. */
  public static final int BUS_PORT = 7611;

  /** For commands that come and go. */
  public static final Ports SPARE_PORTS = new Ports(7620, 7659);

  public ClusterOptions {
    if (cluster.isBlank()) {
      throw new IllegalArgumentException("a cluster has a name");
    }
    if (busPort < 1 || busPort > 65_535 || busPort == listen.port()) {
      throw new IllegalArgumentException(
          "the bus has a port of its own, from 1 to 65535, not " + busPort);
    }
    members = List.copyOf(members);
  }

  /** Without a memory. */
  public ClusterOptions(
      String cluster,
      HostPort listen,
      int busPort,
      Optional<Ports> spare,
      List<HostPort> members,
      ClusterPace pace) {
    this(cluster, listen, busPort, spare, members, Optional.empty(), pace);
  }

  /** Whether the process comes and goes: nobody asks it for signs of life. */
  boolean passing() {
    return spare.isPresent();
  }

  ClusterOptions at(HostPort other, int otherBusPort) {
    return new ClusterOptions(cluster, other, otherBusPort, spare, members, memory, pace);
  }

  ClusterOptions knocking(List<HostPort> others) {
    return new ClusterOptions(cluster, listen, busPort, spare, others, memory, pace);
  }
}
