package dev.swarm.protocol;

import java.util.Optional;

/**
 * How one check ended on one node.
 *
 * @param blindness why it is unknown; present exactly when it is
 * @param hint what more privilege or another setting would reveal; may be empty
 */
public record Coverage(
    CheckId check,
    Area area,
    String node,
    CoverageState state,
    String reason,
    Optional<Blindness> blindness,
    String hint) {
  public Coverage {
    Text.require(reason, "reason for " + check);
    if ((state == CoverageState.UNKNOWN) != blindness.isPresent()) {
      throw new IllegalArgumentException("unknown has a blindness, and nothing else has: " + check);
    }
  }
}
