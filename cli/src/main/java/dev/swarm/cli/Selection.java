package dev.swarm.cli;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which part of everything an audit looks at. */
final class Selection {
  @Option(
      names = "--areas",
      order = 1,
      split = ",",
      paramLabel = "AREA",
      description = "Only these areas, such as storage,services.")
  private List<String> areas = new ArrayList<>();

  @Option(
      names = "--checks",
      order = 2,
      split = ",",
      paramLabel = "CHECK",
      description = "Only these checks, such as storage.space; swarm checks lists them.")
  private List<String> checks = new ArrayList<>();

  /** The checks asked for; none means all. */
  List<CheckId> checks(Checks known) {
    var ids = known.byId().keySet().stream().map(CheckId::value).toList();
    checks.forEach(id -> Choice.require("check", id, ids, "swarm checks lists them"));
    return checks.stream().distinct().map(CheckId::new).toList();
  }

  /**
   * The areas to look at: those named, or those of the checks named, or those of the configuration.
   *
   * @param usual the areas of the configuration; none means all
   */
  List<Area> areas(Checks known, List<String> usual) {
    var all = known.areas();
    var named = areas.isEmpty() && checks.isEmpty() ? usual : areas;
    require(named, all);
    var wanted = checks(known);
    var chosen =
        all.stream()
            .filter(area -> named.isEmpty() || named.contains(area.value()))
            .filter(area -> wanted.isEmpty() || holdsAny(known.of(area), wanted))
            .toList();
    if (chosen.isEmpty()) {
      throw new UsageException("none of --checks belongs to one of --areas; leave --areas out");
    }
    return chosen;
  }

  private static void require(List<String> named, List<Area> all) {
    var names = all.stream().map(Area::value).toList();
    var there = "there are " + String.join(", ", names);
    named.forEach(name -> Choice.require("area", name, names, there));
  }

  private static boolean holdsAny(List<Check> checks, List<CheckId> wanted) {
    return checks.stream().anyMatch(check -> wanted.contains(check.id()));
  }
}
