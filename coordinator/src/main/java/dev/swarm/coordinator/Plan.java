package dev.swarm.coordinator;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each node is given of a run: areas in the order asked, which depend on nothing. */
record Plan(RunId run, Audit audit) {
  /**
   * One subtask per area; an area of which no check is asked for has none.
   *
   * @param platform of the node, where it is known by now
   */
  List<Subtask> share(String node, Optional<String> platform) {
    var share = new ArrayList<Subtask>();
    boolean every = audit.checks().isEmpty();
    for (var area : audit.areas()) {
      var checks = checks(area, platform);
      if (every || !checks.isEmpty()) {
        var id = SubtaskId.of(run, node, area);
        share.add(new Subtask(id, run, node, area, checks, audit.budget(), audit.question()));
      }
    }
    return List.copyOf(share);
  }

  private List<CheckId> checks(Area area, Optional<String> platform) {
    if (audit.question().isPresent()) {
      return audit.checks();
    }
    var asked = audit.checks().isEmpty() ? known(platform) : audit.checks();
    return asked.stream().filter(check -> belongs(check, area)).toList();
  }

  private List<CheckId> known(Optional<String> platform) {
    return platform.map(audit.byPlatform()::get).orElse(audit.known());
  }

  private static boolean belongs(CheckId check, Area area) {
    return check.value().startsWith(area + ".");
  }
}
