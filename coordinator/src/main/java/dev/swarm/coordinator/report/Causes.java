package dev.swarm.coordinator.report;

import dev.swarm.protocol.Cause;
import dev.swarm.protocol.CoverageState;

/** What a cause of failure means in a report. */
final class Causes {
  private Causes() {}

  static Ending ending(Cause cause) {
    return switch (cause) {
      case LOST -> Ending.LOST;
      case REFUSED -> Ending.REFUSED;
      case OVERLOADED -> Ending.OVERLOADED;
      case TIMED_OUT -> Ending.TIMED_OUT;
      case CANCELLED -> Ending.CANCELLED;
      case NEEDS_HUMAN -> Ending.NEEDS_HUMAN;
      case INTERNAL -> Ending.INTERNAL;
    };
  }

  /** How the checks of a subtask without a result stand: begun and not seen, or never run. */
  static CoverageState coverage(Ending ending) {
    return switch (ending) {
      case TIMED_OUT, NEEDS_HUMAN, INTERNAL, COMPLETED -> CoverageState.UNKNOWN;
      case LOST, REFUSED, OVERLOADED, CANCELLED, QUEUED, OFFERED, RUNNING -> CoverageState.NOT_RUN;
    };
  }
}
