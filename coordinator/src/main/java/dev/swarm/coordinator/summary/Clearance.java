package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.NodeState;
import dev.swarm.coordinator.report.Report;
import dev.swarm.protocol.CoverageState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What was looked at and is well, as a witness. It bears a sentence that says that checks are ok,
 * or that nothing was found, and where, and not a word more; the sentence names each check that it
 * cites.
 */
final class Clearance {
  /** Cited where nothing was found, whatever was looked for. */
  static final String COVERAGE = "coverage";

  private final Set<String> nodes = new HashSet<>();
  private final Map<String, Set<String>> clear = new LinkedHashMap<>();

  Clearance(Report report) {
    var sick = sick(report);
    for (Report.Node node : report.nodes()) {
      nodes.add(lower(node.node()));
    }
    for (Report.Cover cover : report.coverage()) {
      var check = cover.check().value();
      if (cover.state() == CoverageState.OK
          && !sick.getOrDefault(cover.node(), Set.of()).contains(check)) {
        clear(check).add(lower(cover.node()));
      }
    }
    report.nodes().stream()
        .filter(node -> node.state() == NodeState.COMPLETE && !sick.containsKey(node.node()))
        .map(node -> lower(node.node()))
        .filter(node -> clear.values().stream().anyMatch(some -> some.contains(node)))
        .toList()
        .forEach(clear(COVERAGE)::add);
  }

  /** By node, the checks that found something there; a finding without a check has an empty one. */
  private static Map<String, Set<String>> sick(Report report) {
    var sick = new HashMap<String, Set<String>>();
    for (Report.Finding finding : report.findings()) {
      var check = finding.check().map(id -> id.value()).orElse("");
      finding
          .nodes()
          .forEach(on -> sick.computeIfAbsent(on.node(), _ -> new HashSet<>()).add(check));
    }
    return sick;
  }

  private Set<String> clear(String id) {
    return clear.computeIfAbsent(id, _ -> new HashSet<>());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The checks that are ok somewhere, each with where, in order. */
  Map<String, List<String>> checks() {
    var checks = new LinkedHashMap<String, List<String>>();
    clear.forEach((check, where) -> checks.put(check, where.stream().sorted().toList()));
    checks.remove(COVERAGE);
    return checks;
  }

  /** Whether each of {@code ids} is that of a check which is ok somewhere, or {@link #COVERAGE}. */
  boolean knows(List<String> ids) {
    return ids.stream().noneMatch(id -> clear.getOrDefault(id, Set.of()).isEmpty());
  }

  /** Whether all that {@code text} says is so, by each of what it cites. */
  boolean bears(String text, List<String> ids) {
    boolean nothing = ids.contains(COVERAGE);
    if (nothing && ids.size() > 1) {
      return false;
    }
    var checks = nothing ? Set.<String>of() : Set.copyOf(ids);
    return AllClear.said(text, checks, nodes)
        .filter(said -> !nothing || said.nothing())
        .filter(said -> ids.stream().allMatch(id -> said.holds(of(id), nodes.size())))
        .isPresent();
  }

  private Set<String> of(String id) {
    return clear.getOrDefault(id, Set.of());
  }
}
