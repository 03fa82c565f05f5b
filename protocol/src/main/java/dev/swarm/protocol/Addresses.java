package dev.swarm.protocol;

/** Every address on the bus, and who listens there; a consumer elsewhere fails the build. */
public final class Addresses {
  /** Coordinators hear hellos here. */
  public static final String HELLO = "swarm.hello";

  /** All coordinators hear the beats of nodes here. */
  public static final String BEATS = "swarm.beats";

  /** All coordinators hear each other here. */
  public static final String COORDINATORS = "swarm.coordinators";

  private Addresses() {}

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

  /** The node {@code node} takes offers here. */
  public static String offers(String node) {
    return "swarm.node." + node + ".offers";
  }

  /** The node {@code node} takes cancellations here. */
  public static String cancels(String node) {
    return "swarm.node." + node + ".cancels";
  }

  /** The node {@code node} answers a roll-call here. */
  public static String rollCall(String node) {
    return "swarm.node." + node + ".roll-call";
  }

  /** The coordinator of {@code run} takes outcomes here. */
  public static String outcomes(RunId run) {
    return "swarm.run." + run + ".outcomes";
  }

  /** The coordinator of {@code run} hears progress here. */
  public static String progress(RunId run) {
    return "swarm.run." + run + ".progress";
  }
}
