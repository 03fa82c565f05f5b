package dev.swarm.cli;

import dev.swarm.bus.cluster.ClusterOptions;
import dev.swarm.bus.cluster.ClusterPace;
import dev.swarm.bus.cluster.HostPort;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where a process of the fleet listens and knocks, by what its file says and its interfaces are.
 */
final class Whereabouts {
  private static final String MEMORY = "members";

  private Whereabouts() {}

  /**
   * Of one that stays.
   *
   * @param state where it keeps whom it met
   */
  static ClusterOptions staying(FleetSettings fleet, String cluster, Path state) {
    return options(fleet, cluster, state, false);
  }

  /**
   * Of a command: beside the agent of this machine, if there is one, and through it if need be.
   *
   * @param state where it keeps whom it met
   */
  static ClusterOptions passing(FleetSettings fleet, String cluster, Path state) {
    return options(fleet, cluster, state, true);
  }

  private static ClusterOptions options(
      FleetSettings fleet, String cluster, Path state, boolean passing) {
    var members = fleet.members().stream().map(Whereabouts::numeric).toList();
    int port = fleet.listen().map(HostPort::port).orElse(ClusterOptions.MEMBER_PORT);
    var own = new HostPort(own(fleet, members), port);
    var doors = new LinkedHashSet<>(members);
    if (passing) {
      doors.add(own);
    }
    return new ClusterOptions(
        cluster,
        own,
        fleet.busPort(),
        passing ? Optional.of(fleet.ports()) : Optional.empty(),
        List.copyOf(doors),
        Optional.of(state.resolve(MEMORY)),
        ClusterPace.standard());
  }

  private static String own(FleetSettings fleet, List<HostPort> members) {
    var said = fleet.listen().map(HostPort::host);
    if (said.isPresent()) {
      return local(said.get());
    }
    return members.isEmpty()
        ? InetAddress.getLoopbackAddress().getHostAddress()
        : towards(members.getFirst());
  }

  /** An address of ours, as the operator named it: never all of them. */
  private static String local(String host) {
    try {
      var address = InetAddress.getByName(host);
      if (address.isAnyLocalAddress()) {
        throw new UsageException(
            "fleet.listen is one interface, by its address; "
                + host
                + " would be all of them, the public ones too");
      }
      if (NetworkInterface.getByInetAddress(address) == null) {
        throw new UsageException(
            "could not listen on " + host + ": no interface of this machine has that address");
      }
      return address.getHostAddress();
    } catch (IOException e) {
      throw new UsageException("could not listen on " + host + ": there is no such host");
    }
  }

  /** The address with which this machine would speak to {@code member}; nothing is sent. */
  private static String towards(HostPort member) {
    try (var socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(member.host()), member.port()));
      return socket.getLocalAddress().getHostAddress();
    } catch (IOException | RuntimeException e) {
      throw new UsageException(
          "could not find the way to " + member + "; say with fleet.listen which interface to use");
    }
  }

  /** Hazelcast compares addresses as text. */
  private static HostPort numeric(HostPort member) {
    try {
      return new HostPort(InetAddress.getByName(member.host()).getHostAddress(), member.port());
    } catch (UnknownHostException e) {
      return member;
    }
  }
}
