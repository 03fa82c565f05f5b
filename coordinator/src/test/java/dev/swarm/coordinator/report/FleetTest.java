package dev.swarm.coordinator.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.report.peers.Roll;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class FleetTest {
  private static final Report TWELVE = FleetHistory.report(12);
  private static final int LINES = 200;

  @Test
  void a_lost_node_is_named_with_what_its_neighbours_say() {
    var text = text(TWELVE);
    assertTrue(text.contains("web-1, web-2 cannot reach 10.0.0.11:5701 (no answer)"), text);
    assertTrue(text.lines().findFirst().orElseThrow().contains("db-3 was lost"), text);
    assertEquals(1, ExitCode.of(TWELVE, Policy.STANDARD).code());
    var grave = new Policy(Severity.CRITICAL, false, false);
    assertFalse(ExitCode.complete(TWELVE, grave));
  }

  @Test
  void strangers_and_refusals_are_loud_in_all_that_people_read() {
    for (Format format : List.of(Format.TEXT, Format.HTML, Format.MARKDOWN, Format.JUNIT)) {
      var told = Histories.render(format, TWELVE, Options.STANDARD).replace("\\", "");
      assertTrue(told.contains("a stranger is in the cluster: 10.9.9.66:5701"), format.id());
      assertTrue(told.contains("refused by db-1: offer"), format.id());
    }
  }

  @Test
  void take_overs_and_the_standby_stand_in_the_line_about_the_run() {
    assertTrue(Words.made(TWELVE, Options.STANDARD).contains("hub-2 took over from hub-1"));
    var alone = with(events -> events.removeIf(FleetTest::ofAStandby));
    assertTrue(Words.made(alone, Options.STANDARD).contains("no standby"));
  }

  @Test
  void a_run_of_one_machine_has_no_fleet_and_no_summary() {
    for (Report report : List.of(SmallRun.clean(), Histories.single(), Histories.report())) {
      assertEquals(Optional.empty(), report.fleet());
      assertEquals(Optional.empty(), report.summary());
      assertFalse(
          report.coverage().stream().anyMatch(cover -> cover.check().value().startsWith("fleet.")));
    }
  }

  @Test
  void a_node_that_says_it_is_done_and_cannot_be_reached_is_a_contradiction() {
    var only = TWELVE.fleet().orElseThrow().contradictions();
    assertEquals(
        List.of(
            new Fleet.Contradiction(
                "db-2",
                "every subtask of mine completed",
                "db-2",
                "cannot reach 10.0.0.10:5701 (no answer)",
                "web-1")),
        only);
    assertTrue(text(TWELVE).contains("Contradictions"));
  }

  @Test
  void neighbours_that_disagree_are_both_quoted() {
    var report =
        with(events -> add(events, new FleetEvent.NeighbourAsked("db-3", "web-3", true, "2 ms")));
    var one = of("db-3", report);
    assertEquals("reaches 10.0.0.11:5701 (2 ms)", one.one());
    assertEquals("web-3", one.oneBy());
    assertEquals("web-1, web-2", one.otherBy());
  }

  @Test
  void a_node_that_is_given_up_and_reached_is_a_contradiction() {
    var report =
        with(events -> {
          events.removeIf(one -> one.event() instanceof FleetEvent.NeighbourAsked);
          add(events, new FleetEvent.NeighbourAsked("db-3", "web-3", true, "2 ms"));
        });
    assertEquals("it is lost: last heard 14 s before", of("db-3", report).one());
  }

  @Test
  void two_agents_under_one_name_are_a_contradiction_and_a_restart_is_none() {
    var twice = with(events -> joined(events, "b", "a", "b"));
    assertEquals("I am web-1", of("web-1", twice).one());
    var restarted = with(events -> joined(events, "b"));
    assertTrue(
        restarted.fleet().orElseThrow().contradictions().stream()
            .noneMatch(each -> each.node().equals("web-1")));
  }

  @Test
  void a_finding_of_a_check_that_is_fine_is_a_contradiction() {
    var report = FleetHistory.report(12);
    var fine =
        report.coverage().stream()
            .map(cover ->
                cover.state() == CoverageState.FINDING
                    ? new Report.Cover(
                        cover.node(),
                        cover.check(),
                        cover.area(),
                        CoverageState.OK,
                        "room everywhere",
                        Optional.empty(),
                        "")
                    : cover)
            .toList();
    var found =
        Contradictions.of(new FleetTrail(), report.nodes(), report.findings(), fine).stream()
            .filter(each -> each.other().startsWith("storage.space is ok"))
            .toList();
    assertEquals(6, found.size());
  }

  @Test
  void a_node_that_only_refuses_is_called_so() {
    var report =
        with(events -> {
          events.removeIf(one ->
              one.event() instanceof Event.NodeJoined joined
                  && joined.hello().node().equals("web-1"));
          events.removeIf(one -> one.event().toString().contains("/web-1/"));
          add(events, new FleetEvent.CommandRefused("web-1", "roll-call", "forbidden: revoked"));
        });
    var node = report.nodes().stream().filter(n -> n.node().equals("web-1")).findFirst();
    assertEquals(NodeState.REFUSING, node.orElseThrow().state());
    assertEquals("roll-call: forbidden: revoked", node.orElseThrow().reason());
  }

  @Test
  void the_summary_says_the_worst_the_unseen_and_the_odd_and_cites_what_is_there() {
    var summary = TWELVE.summary().orElseThrow();
    assertTrue(summary.sentences().size() >= 3 && summary.sentences().size() <= 6);
    assertTrue(summary.sentences().getFirst().text().contains("/var is 98 % full"));
    var citations = Citations.of(TWELVE);
    var lists = List.of("nodes", "coverage", "changes", "contradictions");
    for (var sentence : summary.sentences()) {
      for (String id : sentence.cites()) {
        assertTrue(lists.contains(id) || !citations.findings(id).isEmpty(), id);
      }
    }
  }

  @Test
  void a_run_is_compared_alike_with_and_without_its_report() {
    var roll = new Roll();
    FleetHistory.events(12).forEach(recorded -> roll.add(recorded.event()));
    var inReport =
        TWELVE.findings().stream()
            .filter(finding -> finding.area().value().equals("fleet"))
            .mapToInt(finding -> finding.nodes().size())
            .sum();
    assertEquals(inReport, roll.compared().findings().size());
  }

  @Test
  void every_format_of_a_thousand_nodes_is_valid_and_what_people_read_is_bounded() {
    var report = FleetHistory.report(1000);
    var json = Histories.render(Format.JSON, report, Options.STANDARD);
    assertEquals(List.of(), Schemas.report(json));
    assertEquals(
        List.of(), Schemas.sarif(Histories.render(Format.SARIF, TWELVE, Options.STANDARD)));
    assertTrue(text(report).lines().count() <= LINES, text(report).lines().count() + " lines");
    assertTrue(Schemas.tree(json).at("/findings/0/nodes").size() == 60, "JSON has every node");
  }

  @Test
  void a_thousand_findings_on_a_thousand_nodes_are_bounded_too() {
    var report = Merge.merge(new RandomHistory(3, 1000, 3, 2, 400).events(), Optional.empty());
    assertTrue(report.findings().size() > 500);
    assertTrue(text(report).lines().count() < 800, text(report).lines().count() + " lines");
  }

  private static boolean ofAStandby(Recorded one) {
    return one.event() instanceof FleetEvent.StandbyJoined;
  }

  private static void joined(List<Recorded> events, String... instances) {
    for (String instance : instances) {
      var hello =
          new NodeHello(
              "web-1", instance, "0.1.0", 1, "linux", true, "none", List.of(), Map.of(), 4);
      add(events, new Event.NodeJoined(hello));
    }
  }

  private static void add(List<Recorded> events, Event event) {
    var last = events.getLast();
    events.add(new Recorded(last.run(), 1, last.sequence() + 1, last.at(), event));
  }

  private static Report with(Consumer<List<Recorded>> change) {
    var events = new ArrayList<>(FleetHistory.events(12));
    change.accept(events);
    return Merge.merge(events, Optional.empty());
  }

  private static Fleet.Contradiction of(String node, Report report) {
    return report.fleet().orElseThrow().contradictions().stream()
        .filter(each -> each.node().equals(node))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Report report) {
    return Histories.render(Format.TEXT, report, Options.STANDARD);
  }
}
