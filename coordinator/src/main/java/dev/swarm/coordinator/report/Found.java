package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.FleetChecks;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.SubtaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A finding and where it comes from.
 *
 * @param subtask that brought it; of the comparison of peers, which is none, a name like one
 * @param output what a call printed, as far as it is known
 */
record Found(Finding finding, SubtaskId subtask, Function<CallId, Optional<String>> output) {

  /** What nodes found, and then what only shows beside their peers. */
  static List<Found> all(Ledger ledger, List<Finding> compared) {
    var all = new ArrayList<Found>();
    for (SubtaskLife life : ledger.lives()) {
      life.findings().forEach(each -> all.add(new Found(each, life.subtask().id(), life::output)));
    }
    for (Finding each : compared) {
      var id = SubtaskId.of(ledger.run().id(), each.node(), FleetChecks.AREA);
      all.add(new Found(each, id, _ -> Optional.empty()));
    }
    return all;
  }
}
