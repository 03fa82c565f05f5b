package dev.swarm.coordinator.report;

import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Proof;
import java.util.List;

/** The claims that did not hold, in the order of nodes and areas, then as they were made. */
final class Claims {
  private Claims() {}

  static List<Report.Claim> unproven(Ledger ledger) {
    return of(ledger, Proof.UNPROVEN);
  }

  static List<Report.Claim> refuted(Ledger ledger) {
    return of(ledger, Proof.REFUTED);
  }

  private static List<Report.Claim> of(Ledger ledger, Proof proof) {
    return ledger.lives().stream()
        .flatMap(life ->
            life.completed().stream()
                .flatMap(completed -> completed.doubts().stream())
                .filter(doubt -> doubt.proof() == proof)
                .map(doubt -> claim(life, doubt)))
        .toList();
  }

  private static Report.Claim claim(SubtaskLife life, Doubt doubt) {
    return new Report.Claim(
        doubt.node(),
        doubt.area(),
        life.subtask().id(),
        doubt.subject(),
        doubt.claimed(),
        doubt.measured(),
        doubt.reason(),
        doubt.mind(),
        doubt.cited());
  }
}
