package dev.swarm.chaos;

import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * Machines on a switch: each in a network namespace of its own, wired to a bridge in another one,
 * so that nothing of the host's own network is touched. Cables are cut at the switch, where neither
 * side learns of it; who has which address stays known. Closing removes it all, with whatever still
 * runs in there.
 *
 * <p>Names carry the pid of their owner: what a killed owner left is removed by the next one.
 */
public final class Network implements AutoCloseable {
  private static final String MARKER = "swarm-rig-";
  private static final String SUBNET = "10.211.7.";

  private final String prefix;
  private final List<Place> places = new ArrayList<>();

  private Network(String prefix) {
    this.prefix = prefix;
  }

  /** A switch without machines, after the leftovers of earlier owners are gone. */
  public static Network open(String name) {
    var network = new Network(MARKER + ProcessHandle.current().pid() + "-" + name + "-");
    try {
      removeLeftovers();
      Command.run("ip", "netns", "add", network.hub());
      Command.run("ip", "-n", network.hub(), "link", "add", "bridge", "type", "bridge");
      Command.run("ip", "-n", network.hub(), "link", "set", "bridge", "up");
      return network;
    } catch (IllegalStateException e) {
      throw impossible(e);
    }
  }

  /** Adds a machine called {@code name}, of at most 15 characters. */
  public Place add(String name) {
    var place = new Place(name, prefix + name, SUBNET + (places.size() + 1));
    places.add(place);
    Command.run("ip", "netns", "add", place.namespace());
    Command.feed(
        """
        link add %1$s type veth peer name eth0 netns %2$s
        link set %1$s master bridge up
        """
            .formatted(name, place.namespace()),
        "ip",
        "-n",
        hub(),
        "-batch",
        "-");
    Command.feed(
        """
        addr add %s/24 dev eth0
        link set eth0 up
        link set lo up
        """
            .formatted(place.address()),
        "ip",
        "-n",
        place.namespace(),
        "-batch",
        "-");
    return place;
  }

  /** Cuts the cable of a machine to all others. */
  public void cut(Place place, Cut way) {
    heal(place);
    var rules = new StringBuilder("table netdev " + place.name() + " {\n");
    for (var hook : way.hooks()) {
      rules.append(
          """
          chain %1$s {
            type filter hook %1$s device "%2$s" priority 0;
            ether type ip drop
          }
          """
              .formatted(hook, place.name()));
    }
    filter(rules.append("}\n").toString());
  }

  /** Mends its cable, whether it was cut or not. */
  public void heal(Place place) {
    filter("table netdev %1$s {\n}\ndelete table netdev %1$s\n".formatted(place.name()));
  }

  @Override
  public void close() {
    namespaces().stream().filter(one -> one.startsWith(prefix)).forEach(Network::remove);
  }

  /** Every namespace of this network that the system knows. */
  List<String> mine() {
    return namespaces().stream().filter(one -> one.startsWith(prefix)).toList();
  }

  /** Nothing is skipped in silence, and nothing at all where SWARM_RIG=required. */
  private static RuntimeException impossible(IllegalStateException reason) {
    var words =
        "could not make a network of machines: run as root on Linux with the packages iproute2 and"
            + " nftables; "
            + reason.getMessage();
    return "required".equals(System.getenv("SWARM_RIG"))
        ? new IllegalStateException(words, reason)
        : new TestAbortedException(words, reason);
  }

  private String hub() {
    return prefix + "hub";
  }

  private void filter(String rules) {
    Command.feed(rules, "ip", "netns", "exec", hub(), "nft", "-f", "-");
  }

  private static void removeLeftovers() {
    for (var namespace : namespaces()) {
      if (namespace.startsWith(MARKER) && !ownerLives(namespace)) {
        remove(namespace);
      }
    }
  }

  private static boolean ownerLives(String namespace) {
    var pid = Long.parseLong(namespace.substring(MARKER.length()).replaceFirst("-.*", ""));
    return ProcessHandle.of(pid).isPresent();
  }

  /** Ends what runs in there, too. */
  private static void remove(String namespace) {
    for (var pid : Command.said("ip", "netns", "pids", namespace).lines().toList()) {
      ProcessHandle.of(Long.parseLong(pid.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
    Command.run("ip", "netns", "delete", namespace);
  }

  private static List<String> namespaces() {
    return Command.said("ip", "netns", "list")
        .lines()
        .map(line -> line.replaceFirst(" .*", ""))
        .toList();
  }
}
