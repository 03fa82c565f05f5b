package dev.swarm.coordinator.report;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Severity;
import java.util.Optional;

/**
 * What makes a run fail.
 *
 * @param failOn findings of this severity or above
 * @param strict a check that is unknown for want of privilege makes a run incomplete too
 * @param trustModel findings that no check covers count as well
 */
public record Policy(Severity failOn, boolean strict, boolean trustModel) {
  /** Fails on warnings; forgives want of privilege; counts only what a check judged. */
  public static final Policy STANDARD = new Policy(Severity.WARNING, false, false);

  /** Whether a finding makes the run fail. */
  boolean counts(Severity severity, Optional<CheckId> check) {
    return severity.atLeast(failOn) && (check.isPresent() || trustModel);
  }
}
