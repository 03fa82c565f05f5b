package dev.swarm.coordinator.report.peers;

import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.Finding;
import java.util.List;

/** What comparing brought: every (node, check of the fleet) once, and who stands apart. */
public record Compared(List<Finding> findings, List<Coverage> coverage) {
  public static final Compared NOTHING = new Compared(List.of(), List.of());

  public Compared {
    findings = List.copyOf(findings);
    coverage = List.copyOf(coverage);
  }
}
