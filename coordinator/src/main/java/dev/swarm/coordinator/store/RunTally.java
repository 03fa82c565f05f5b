package dev.swarm.coordinator.store;

import dev.swarm.coordinator.report.peers.Roll;
import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.SubtaskId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sums up a run, one event at a time. Owned by one thread. */
final class RunTally {
  private final RunId run;
  private final Map<SubtaskId, String> open = new HashMap<>();
  private final Map<SubtaskId, String> nodes = new HashMap<>();
  private final Set<String> incomplete = new TreeSet<>();
  private final EnumMap<Severity, Integer> findings = new EnumMap<>(Severity.class);
  private final Roll roll = new Roll();
  private Event.RunStarted asked = new Event.RunStarted("", "", List.of(), List.of(), List.of());
  private Instant started = Instant.EPOCH;
  private Ending ending = Ending.UNFINISHED;
  private long events;

  RunTally(RunId run) {
    this.run = run;
  }

  void add(Recorded recorded) {
    events++;
    roll.add(recorded.event());
    switch (recorded.event()) {
      case Event.RunStarted event -> {
        asked = event;
        started = recorded.at();
      }
      case Event.SubtaskQueued event -> {
        nodes.put(event.subtask().id(), event.subtask().node());
        open.put(event.subtask().id(), event.subtask().node());
      }
      case Event.SubtaskEnded event -> ended(event.outcome());
      case Event.RunEnded event -> close(event.cancelled());
      case Event.NodeJoined _, Event.SubtaskOffered _, Event.SubtaskAccepted _ -> {}
      case Event.SubtaskRefused _, Event.ToolCalled _, Event.ToolReturned _ -> {}
      case Event.ClaimJudged _, FleetEvent _ -> {}
      case Event.ModelAsked _, Event.ModelReplied _, Event.Escalated _ -> {}
    }
  }

  RunSummary summary() {
    var unsettled = new TreeSet<>(incomplete);
    unsettled.addAll(open.values());
    var all = new EnumMap<>(findings);
    roll.compared().findings().forEach(each -> all.merge(each.severity(), 1, Integer::sum));
    return new RunSummary(
        run,
        started,
        asked.nodes(),
        List.copyOf(unsettled),
        asked.areas(),
        asked.checks(),
        all,
        ending,
        events,
        "");
  }

  private void ended(Outcome outcome) {
    var _ = open.remove(outcome.subtask());
    switch (outcome) {
      case Outcome.Completed done ->
          done.findings()
              .forEach(finding -> findings.merge(finding.weighed().severity(), 1, Integer::sum));
      case Outcome.Failed failed -> {
        var _ = incomplete.add(nodes.getOrDefault(failed.subtask(), "?"));
      }
    }
  }

  private void close(boolean cancelled) {
    if (cancelled) {
      ending = Ending.CANCELLED;
    } else {
      ending = incomplete.isEmpty() && open.isEmpty() ? Ending.COMPLETE : Ending.INCOMPLETE;
    }
  }
}
