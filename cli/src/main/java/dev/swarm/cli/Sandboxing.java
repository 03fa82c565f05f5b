package dev.swarm.cli;

import dev.swarm.tools.process.Sandbox;

/**
 * What holds the tools.
 *
 * @param description for the report
 */
record Sandboxing(boolean contained, String description) {
  /** Nothing runs. */
  static final Sandboxing OF_A_RECORDING = new Sandboxing(true, "none needed: a recording");

  static Sandboxing of(Sandbox sandbox) {
    return new Sandboxing(sandbox.contained(), sandbox.description());
  }
}
