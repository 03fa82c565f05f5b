package dev.swarm.loadtest.net;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The cables from a {@link Hub} to the machines of a load test, one for each process of agents, as
 * the load test in the hub sees them. One thread at a time.
 */
public final class Cabling {
  /** Of an interface, by the kernel. */
  private static final String CABLE = "cable-";

  private static final int A_SUBNET = 250;

  private final String hub;

  private Cabling(String hub) {
    this.hub = hub;
  }

  /** That of this process, by {@link Hub#VARIABLE}; empty where it is in no hub. */
  public static Optional<Cabling> here() {
    return Optional.ofNullable(System.getenv(Hub.VARIABLE)).map(Cabling::new);
  }

  /** Where the hub itself is reached. */
  public static String hubAddress() {
    return Hub.ADDRESS;
  }

  /** Where machine {@code number} is reached; they count from 1. */
  public String address(int number) {
    return "10.77.%d.%d".formatted(number / A_SUBNET, number % A_SUBNET + 2);
  }

  /**
   * Makes machine {@code number} and lays its cable; blocks.
   *
   * @throws IOException if the kernel refuses
   */
  public void lay(int number) throws IOException {
    var namespace = namespace(number);
    var cable = CABLE + number;
    var _ = Ip.run("netns", "add", namespace);
    var _ =
        Ip.run("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", namespace);
    plug(number);
    var _ = Ip.run("link", "set", cable, "up");
    var _ = Ip.run("-n", namespace, "addr", "add", address(number) + Hub.MASK, "dev", "eth0");
    var _ = Ip.run("-n", namespace, "link", "set", "eth0", "up");
    var _ = Ip.run("-n", namespace, "link", "set", "lo", "up");
  }

  /** How to run {@code command} on machine {@code number}. */
  public List<String> on(int number, List<String> command) {
    return Hub.inside(namespace(number), command);
  }

  /** Nothing gets through to it or from it any more, and nobody is told; blocks. */
  public void cut(int number) throws IOException {
    var _ = Ip.run("link", "set", CABLE + number, "nomaster");
  }

  /** Mends it; blocks. */
  public void plug(int number) throws IOException {
    var _ = Ip.run("link", "set", CABLE + number, "master", Hub.BRIDGE);
  }

  private String namespace(int number) {
    return hub.substring(0, hub.lastIndexOf('-') + 1) + number;
  }
}
