package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import java.util.HashSet;
import java.util.Optional;

/** Turns the outcome of a node that contradicts itself into a failure: one node ruins no report. */
final class Soundness {
  private Soundness() {}

  static Outcome admit(Subtask subtask, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed;
      case Outcome.Completed completed ->
          defect(subtask, completed)
              .<Outcome>map(defect -> failed(completed, defect))
              .orElse(completed);
    };
  }

  private static Outcome failed(Outcome.Completed completed, String defect) {
    return new Outcome.Failed(
        completed.subtask(),
        completed.attempt(),
        Cause.INTERNAL,
        "its outcome does not add up: " + defect,
        completed.effort());
  }

  private static Optional<String> defect(Subtask subtask, Outcome.Completed completed) {
    var seen = new HashSet<CheckId>();
    for (Coverage cover : completed.coverage()) {
      if (!cover.node().equals(subtask.node()) || !belongs(cover, subtask)) {
        return Optional.of(cover.check() + " belongs to another subtask");
      }
      if (!seen.add(cover.check())) {
        return Optional.of(cover.check() + " is covered twice");
      }
    }
    return stray(subtask, completed);
  }

  private static boolean belongs(Coverage cover, Subtask subtask) {
    return subtask.question().isPresent()
        ? subtask.checks().contains(cover.check())
        : cover.area().equals(subtask.area());
  }

  /** A question may lead anywhere on its node. */
  private static boolean within(Area area, Subtask subtask) {
    return subtask.question().isPresent() || area.equals(subtask.area());
  }

  private static Optional<String> stray(Subtask subtask, Outcome.Completed completed) {
    var finding =
        completed.findings().stream()
            .filter(f -> !f.node().equals(subtask.node()) || !within(f.area(), subtask))
            .map(f -> "a finding is of " + f.node() + ", area " + f.area());
    var doubt =
        completed.doubts().stream()
            .filter(d -> !d.node().equals(subtask.node()) || !within(d.area(), subtask))
            .map(d -> "a claim is of " + d.node() + ", area " + d.area());
    return finding.findFirst().or(doubt::findFirst);
  }
}
