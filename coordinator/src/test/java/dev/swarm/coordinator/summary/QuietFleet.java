package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.Merge;
import dev.swarm.coordinator.report.Report;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fleet that was asked a question, and on which nothing is wrong: {@code storage.space} is ok
 * everywhere, {@code storage.smart} on the first node alone.
 */
final class QuietFleet {
  static final String QUESTION = "Is any disk full?";

  private static final Instant BEGIN = Instant.parse("2026-11-28T20:00:00Z");
  private static final Budget BUDGET = Budget.standard(Duration.ofSeconds(30));
  private static final CheckId SPACE = new CheckId("storage.space");
  private static final CheckId SMART = new CheckId("storage.smart");

  private final RunId run = new RunId("20261128-200000-ca1f");
  private final List<Recorded> events = new ArrayList<>();

  private QuietFleet() {}

  /** Its report, with {@code lost} nodes that never bring their outcome. */
  static Report report(List<String> nodes, List<String> lost) {
    var fleet = new QuietFleet();
    fleet.happened(nodes, lost);
    return Merge.merge(fleet.events, Optional.empty());
  }

  private void happened(List<String> nodes, List<String> lost) {
    var checks = List.of(SPACE, SMART);
    record(new Event.RunStarted("0.1.0", "small", nodes, List.of(Area.QUESTION), checks));
    record(
        new FleetEvent.TermsSet(
            false,
            Map.of(),
            "",
            BUDGET,
            Duration.ofMinutes(2),
            List.of(),
            Map.of(),
            Optional.of(QUESTION)));
    nodes.forEach(node -> record(new Event.NodeJoined(hello(node))));
    for (String node : nodes) {
      var id = SubtaskId.of(run, node, Area.QUESTION);
      var question = Optional.of(QUESTION);
      record(
          new Event.SubtaskQueued(
              new Subtask(id, run, node, Area.QUESTION, checks, BUDGET, question)));
      record(new Event.SubtaskOffered(id, 1));
      record(new Event.SubtaskAccepted(id, 1));
      boolean first = node.equals(nodes.getFirst());
      record(new Event.SubtaskEnded(lost.contains(node) ? lost(id) : done(id, node, first)));
    }
    record(new Event.RunEnded(false));
  }

  private void record(Event event) {
    events.add(new Recorded(run, 1, events.size() + 1, BEGIN.plusMillis(events.size()), event));
  }

  private static NodeHello hello(String node) {
    return new NodeHello(
        node,
        "i-" + node,
        "0.1.0",
        1,
        "linux",
        true,
        "bubblewrap",
        List.of(),
        Map.of(),
        8,
        "",
        Map.of());
  }

  private static Outcome lost(SubtaskId id) {
    return new Outcome.Failed(id, 1, Cause.LOST, "last heard 14 s before", Effort.NONE);
  }

  private static Outcome done(SubtaskId id, String node, boolean seesAll) {
    var space = cover(SPACE, node, CoverageState.OK);
    var smart = cover(SMART, node, seesAll ? CoverageState.OK : CoverageState.UNKNOWN);
    var effort = new Effort(2, 5, Duration.ofMillis(100));
    return new Outcome.Completed(
        id, 1, "small", List.of(), List.of(), List.of(space, smart), effort);
  }

  private static Coverage cover(CheckId check, String node, CoverageState state) {
    boolean unknown = state == CoverageState.UNKNOWN;
    return new Coverage(
        check,
        new Area("storage"),
        node,
        state,
        unknown ? "smartctl needs root" : "looked at, and fine",
        unknown ? Optional.of(Blindness.PRIVILEGE) : Optional.empty(),
        "");
  }
}
