package dev.swarm.cli;

import dev.swarm.agent.checks.Check;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Requirement;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.catalog.Tool;
import dev.swarm.tools.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks that are unknown on a host for want of a program. */
final class BlindChecks {
  private BlindChecks() {}

  /**
   * The ids of blind checks by the programs of which one would do. A program without which the
   * thing itself does not exist (no docker, no containers) is not missed.
   */
  static Map<List<String>, List<String>> of(Knowledge knowledge, Host host) {
    var blind =
        new TreeMap<List<String>, List<String>>((a, b) -> a.toString().compareTo(b.toString()));
    for (var check : knowledge.checks().all()) {
      if (check.platforms().contains(host.platform())) {
        lacking(knowledge, check, host)
            .ifPresent(programs ->
                blind.computeIfAbsent(programs, _ -> new ArrayList<>()).add(check.id().value()));
      }
    }
    return blind;
  }

  private static Optional<List<String>> lacking(Knowledge knowledge, Check check, Host host) {
    return knowledge
        .catalog()
        .tool(check.tool())
        .map(tool -> lacking(tool, host))
        .filter(programs -> !programs.isEmpty());
  }

  /** The programs of the forms of {@code tool}, none of which is here. */
  private static List<String> lacking(Tool tool, Host host) {
    var programs = new ArrayList<String>();
    for (var form : tool.forms(host.platform())) {
      var program = missing(form, host);
      if (program.isEmpty()) {
        return List.of();
      }
      programs.add(program.get());
    }
    return programs.stream().distinct().toList();
  }

  private static Optional<String> missing(Form form, Host host) {
    return form.source() instanceof Source.Argv(var words)
            && host.missing(words.getFirst()).isPresent()
            && form.requires().stream().noneMatch(Requirement::absentMeansNotApplicable)
        ? Optional.of(words.getFirst())
        : Optional.empty();
  }
}
