package dev.swarm.loadtest.run;

import java.net.URI;

/** Who thinks for the fleet. */
public sealed interface Brains {
  /** The scripted router, which is brought up with the fleet. */
  record Scripted() implements Brains {}

  /**
   * A router that is there: what it wants decides how many rounds a task has.
   *
   * @param url ends in {@code /v1}
   */
  record Real(URI url, String model) implements Brains {}
}
