package dev.swarm.loadtest.net;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The namespace in which the load test itself, its router and its coordinator live, and the bridge
 * that leads to its machines. Whoever opens it runs the load test in there, in a process of its
 * own; what listens there can be reached from nowhere else.
 */
public final class Hub implements AutoCloseable {
  /** The variable that tells a process in there where it is. */
  public static final String VARIABLE = "SWARM_LOADTEST_HUB";

  static final String BRIDGE = "bridge";
  static final String ADDRESS = "10.77.0.1";
  static final String MASK = "/16";
  private static final String MARKER = "swarm-load-";

  private final String prefix;

  private Hub(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Makes it, after what dead load tests left behind is gone; blocks.
   *
   * @throws IOException without root, or without {@code ip}
   */
  public static Hub open() throws IOException {
    var hub = new Hub(MARKER + ProcessHandle.current().pid() + "-");
    removeLeftovers();
    try {
      var name = hub.name();
      var _ = Ip.run("netns", "add", name);
      var _ = Ip.run("-n", name, "link", "set", "lo", "up");
      var _ = Ip.run("-n", name, "link", "add", BRIDGE, "type", "bridge");
      var _ = Ip.run("-n", name, "addr", "add", ADDRESS + MASK, "dev", BRIDGE);
      var _ = Ip.run("-n", name, "link", "set", BRIDGE, "up");
      return hub;
    } catch (IOException e) {
      hub.close();
      throw e;
    }
  }

  /** How to run {@code command} in there. */
  public List<String> around(List<String> command) {
    return inside(name(), command);
  }

  /** The value of {@link #VARIABLE}. */
  public String name() {
    return prefix + "hub";
  }

  static List<String> inside(String namespace, List<String> command) {
    var whole = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    whole.addAll(command);
    return whole;
  }

  /** Removes it, with all machines that hang on it; what runs in them has ended. */
  @Override
  public void close() {
    try {
      for (var namespace : namespaces()) {
        if (namespace.startsWith(prefix)) {
          var _ = Ip.run("netns", "delete", namespace);
        }
      }
    } catch (IOException e) {
      // The next load test removes it.
    }
  }

  private static void removeLeftovers() throws IOException {
    for (var namespace : namespaces()) {
      if (namespace.startsWith(MARKER) && !ownerLives(namespace)) {
        var _ = Ip.run("netns", "delete", namespace);
      }
    }
  }

  private static boolean ownerLives(String namespace) {
    var owner = namespace.substring(MARKER.length()).replaceFirst("-.*", "");
    return owner.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(owner)).isPresent();
  }

  private static List<String> namespaces() throws IOException {
    return Ip.run("netns", "list").lines().map(line -> line.replaceFirst(" .*", "")).toList();
  }
}
