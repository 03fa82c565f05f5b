package dev.swarm.coordinator.http.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.swarm.coordinator.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * A finding with everything that is known of it.
 *
 * @param remedy as it was last told; empty where no run that saw it is kept
 */
public record FindingDetail(@JsonUnwrapped FindingLine line, String remedy, List<Sight> lives) {
  public FindingDetail {
    lives = List.copyOf(lives);
  }

  /**
   * On one node.
   *
   * @param newest as its last run saw it, with its evidence; empty where that run is not kept
   */
  public record Sight(@JsonUnwrapped LifeLine life, Optional<Report.Occurrence> newest) {}
}
