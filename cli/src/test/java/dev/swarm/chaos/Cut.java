package dev.swarm.chaos;

import java.util.List;

/** Which way a cable is cut. */
public enum Cut {
  /** Nothing arrives and nothing leaves. */
  BOTH("ingress", "egress"),
  /** What the machine sends does not arrive; it still hears. */
  FROM("ingress"),
  /** The machine hears nothing; what it sends arrives. */
  TO("egress");

  private final List<String> hooks;

  Cut(String... hooks) {
    this.hooks = List.of(hooks);
  }

  /** As seen from the switch: what comes in at a port is what its machine sent. */
  List<String> hooks() {
    return hooks;
  }
}
