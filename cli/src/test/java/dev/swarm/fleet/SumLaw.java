package dev.swarm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.swarm.coordinator.report.Ending;
import dev.swarm.coordinator.report.Merge;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Targeted = open + completed + failed by cause, at every event and on every face: our own count of
 * the events, the report merged from the events so far, and the report that was printed.
 */
final class SumLaw {
  private static final Set<String> MOVES =
      Set.of("subtask-queued", "subtask-offered", "subtask-ended", "run-ended");

  private SumLaw() {}

  /** What breaks it in the run's own events; nothing if all is well. */
  static List<String> violations(RunLog log) {
    var phases = new Phases();
    var violations = new ArrayList<String>();
    var before = new ArrayList<Recorded>();
    long sequence = 0;
    for (var event : log.events()) {
      phases.add(event);
      before.add(Wire.decode(event.toString(), Recorded.class));
      if (event.get("sequence").asLong() != ++sequence) {
        violations.add("not the event number " + sequence + ": " + event);
      }
      if (MOVES.contains(RunLog.kind(event))) {
        merged(before, phases).ifPresent(violations::add);
      }
    }
    if (phases.over() && phases.open() > 0) {
      violations.add(phases.open() + " subtasks have no outcome at the end of the run");
    }
    violations.addAll(phases.violations());
    return violations;
  }

  /** What breaks it between the events and the printed report. */
  static List<String> violations(RunLog log, JsonNode report) {
    var phases = new Phases();
    log.events().forEach(phases::add);
    var said = report.at("/totals/subtasks");
    return Stream.concat(
            Stream.of(
                differs("targeted", phases.targeted(), said.get("targeted").asInt()),
                differs("completed", phases.completed(), said.get("completed").asInt())),
            Stream.of(Ending.values())
                .filter(Ending::failed)
                .map(cause ->
                    differs(
                        cause.id(),
                        phases.count(cause.id()),
                        said.get("failed").path(cause.id()).asInt())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> merged(List<Recorded> events, Phases phases) {
    var totals = Merge.merge(events, Optional.empty()).totals().subtasks();
    int open = totals.open().values().stream().mapToInt(Integer::intValue).sum();
    int failed = totals.failed().values().stream().mapToInt(Integer::intValue).sum();
    if (totals.targeted() != totals.completed() + failed + open) {
      return Optional.of("the report of " + events.size() + " events does not add up: " + totals);
    }
    return differs("targeted", phases.targeted(), totals.targeted())
        .or(() -> differs("completed", phases.completed(), totals.completed()))
        .or(() -> differs("open", phases.open(), open));
  }

  private static Optional<String> differs(String what, int counted, int said) {
    return counted == said
        ? Optional.empty()
        : Optional.of(what + ": the events say " + counted + ", the report says " + said);
  }
}
