package dev.swarm.cli;

import dev.swarm.tools.MissingPrograms;
import dev.swarm.tools.host.Host;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that are unknown on a host for want of a program. */
final class BlindChecks {
  private BlindChecks() {}

  /** The ids of blind checks by the programs of which one would do. Blocks. */
  static Map<List<String>, List<String>> of(Knowledge knowledge, Host host) {
    var blind = new LinkedHashMap<List<String>, List<String>>();
    for (var check : knowledge.checks().all()) {
      var tool = knowledge.catalog().tool(check.tool());
      var programs =
          check.platforms().contains(host.platform())
              ? tool.map(one -> MissingPrograms.of(host, one)).orElse(List.of())
              : List.<String>of();
      if (!programs.isEmpty()) {
        blind.computeIfAbsent(programs, _ -> new ArrayList<>()).add(check.id().value());
      }
    }
    return blind;
  }
}
