package dev.swarm.loadtest.scenario;

import java.util.Locale;

/** Which task begins first. */
public enum Order {
  /** As they are asked, node by node. */
  FIRST_COME,
  /** The longest first, as long as the coordinator saw it take in a pass that is not measured. */
  LONGEST_FIRST;

  /** As it is written. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
