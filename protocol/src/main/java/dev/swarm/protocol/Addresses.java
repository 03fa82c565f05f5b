package dev.swarm.protocol;

/** Every address on the bus, and who listens there; a consumer elsewhere fails the build. */
public final class Addresses {
  /** Coordinators hear hellos here. */
  public static final String HELLO = "swarm.hello";

  private Addresses() {}

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
