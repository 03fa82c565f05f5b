package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Thinking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class MergeTest {
  @Test
  void the_same_events_in_any_order_give_the_same_report_byte_for_byte() {
    var once = Histories.render(Format.JSON, Histories.report(), Options.STANDARD);
    var shuffled = new ArrayList<Recorded>(Histories.events());
    Collections.shuffle(shuffled, new Random(7));
    shuffled.addAll(Histories.events().subList(0, 20));
    var again = Merge.merge(shuffled, Optional.of(Histories.before()));
    assertEquals(once, Histories.render(Format.JSON, again, Options.STANDARD));
  }

  @Test
  void a_finding_that_two_nodes_share_is_one_with_the_worst_first() {
    var space = finding("storage.space");
    assertEquals(Severity.CRITICAL, space.severity());
    assertEquals(List.of("web-01", "web-02"), nodes(space));
    assertEquals("/var is 98 % full", space.title());
  }

  @Test
  void findings_come_worst_first() {
    var severities = Histories.report().findings().stream().map(Report.Finding::severity).toList();
    assertEquals(severities.stream().sorted(Collections.reverseOrder()).toList(), severities);
    assertTrue(severities.contains(Severity.INFO));
  }

  @Test
  void every_subtask_is_counted_once_whatever_became_of_it() {
    var totals = Histories.report().totals().subtasks();
    assertEquals(20, totals.targeted());
    assertEquals(16, totals.completed());
    assertEquals(2, totals.failed().get(Ending.LOST));
    assertEquals(1, totals.failed().get(Ending.TIMED_OUT));
    assertEquals(1, totals.open().get(Ending.QUEUED));
  }

  @Test
  void checks_of_a_lost_subtask_did_not_run_and_those_of_a_slow_one_are_unknown() {
    var report = Histories.report();
    assertEquals(List.of(CoverageState.NOT_RUN), states(report, "edge-01", "network-and-dns"));
    assertEquals(List.of(CoverageState.UNKNOWN), states(report, "mac-01", "network-and-dns"));
    assertEquals(List.of(CoverageState.NOT_RUN), states(report, "mac-01", "security"));
  }

  @Test
  void a_node_is_what_came_back_from_it() {
    Map<String, NodeState> states =
        Histories.report().nodes().stream()
            .collect(Collectors.toMap(Report.Node::node, Report.Node::state));
    assertEquals(NodeState.COMPLETE, states.get("web-01"));
    assertEquals(NodeState.LOST, states.get("edge-01"));
    assertEquals(NodeState.OPEN, states.get("mac-01"));
    assertEquals(NodeState.INCOMPATIBLE, states.get("old-01"));
  }

  @Test
  void gone_is_fixed_only_where_its_check_was_looked_at_again() {
    var changes = Histories.report().changes().orElseThrow();
    assertEquals(
        List.of("/tmp has 4 % of its inodes left"),
        changes.fixed().stream().map(Report.Change::title).toList());
    assertEquals(
        List.of("Gateway 192.0.2.1 loses 40 % of packets"),
        changes.notLookedAt().stream().map(Report.Change::title).toList());
    var still = changes.still().getFirst();
    assertEquals(Optional.of(Severity.WARNING), still.was());
    assertEquals(Severity.CRITICAL, still.severity());
  }

  @Test
  void a_model_s_finding_that_no_check_covers_is_never_fixed_by_silence() {
    var claimed = SmallRun.finding(Severity.WARNING, Optional.empty());
    var looked = ModelRun.brought(ModelRun.share("small", 3, "0"));
    var reasons =
        Map.of(
            Thinking.NONE,
            "no check covers it, and no model looked this time",
            ModelRun.lacking("the router is away"),
            "no check covers it, and no model looked this time",
            looked,
            "no check covers it; a model looked and did not report it again");
    reasons.forEach((thinking, reason) -> {
      var changes = SmallRun.cleanAfter(claimed, thinking).changes().orElseThrow();
      assertEquals(List.of(), changes.fixed());
      assertEquals(reason, changes.notLookedAt().getFirst().reason());
    });
  }

  @Test
  void a_model_s_finding_with_a_check_is_fixed_once_that_check_says_ok() {
    var checked = SmallRun.finding(Severity.WARNING, Optional.of(new CheckId("storage.space")));
    var changes = SmallRun.cleanAfter(checked, Thinking.NONE).changes().orElseThrow();
    assertEquals(1, changes.fixed().size());
  }

  @Test
  void events_without_a_start_are_refused() {
    var headless = Histories.events().subList(1, 20);
    assertThrows(IllegalArgumentException.class, () -> Merge.merge(headless, Optional.empty()));
  }

  @Test
  void events_of_two_runs_are_refused() {
    var mixed = new ArrayList<Recorded>(Histories.events());
    mixed.add(Histories.eventsBefore().getLast());
    assertThrows(IllegalArgumentException.class, () -> Merge.merge(mixed, Optional.empty()));
  }

  private static Report.Finding finding(String check) {
    return Histories.report().findings().stream()
        .filter(finding -> finding.check().filter(id -> id.value().equals(check)).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> nodes(Report.Finding finding) {
    return finding.nodes().stream().map(Report.Occurrence::node).toList();
  }

  private static List<CoverageState> states(Report report, String node, String area) {
    return report.coverage().stream()
        .filter(cover -> cover.node().equals(node) && cover.area().value().equals(area))
        .map(Report.Cover::state)
        .distinct()
        .toList();
  }
}
