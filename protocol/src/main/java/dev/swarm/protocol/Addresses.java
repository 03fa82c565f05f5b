package dev.swarm.protocol;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every address on the bus, and who listens there: few for each process, the verb is in the frame.
 */
public final class Addresses {
  /** All coordinators hear the beats of nodes here. */
  public static final String BEATS = "swarm.beats";

  /** All coordinators hear each other here. */
  public static final String COORDINATORS = "swarm.coordinators";

  private Addresses() {}

  /**
   * The same addresses, if each is declared here.
   *
   * @throws IllegalArgumentException if one is not
   */
  public static List<String> declared(List<String> addresses) {
    addresses.stream()
        .filter(address -> !isDeclared(address))
        .findFirst()
        .ifPresent(address -> {
          throw new IllegalArgumentException("not an address of the bus: " + address);
        });
    return List.copyOf(addresses);
  }

  private static boolean isDeclared(String address) {
    return address.equals(BEATS)
        || address.equals(COORDINATORS)
        || Stream.of(node(""), coordinator(""), member(""))
            .anyMatch(kind -> address.startsWith(kind) && address.length() > kind.length());
  }

  /** The one address of the node {@code name}. */
  public static String node(String name) {
    return "swarm.node." + name;
  }

  /** The one address of the coordinator whose session is {@code session}. */
  public static String coordinator(String session) {
    return "swarm.coordinator." + session;
  }

  /** The process whose cluster membership is {@code member} answers pings here. */
  public static String member(String member) {
    return "swarm.member." + member;
  }
}
