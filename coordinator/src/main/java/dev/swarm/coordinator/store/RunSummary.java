package dev.swarm.coordinator.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A run in one line.
 *
 * @param started wall clock of its first event
 * @param nodes whom it was put to
 * @param incomplete those of them of which a subtask has no result
 * @param checks the checks asked for; empty means every check
 * @param findings proven findings by severity
 * @param events how many events it has
 * @param damage what is wrong with it; empty if nothing is
 */
public record RunSummary(
    RunId id,
    Instant started,
    List<String> nodes,
    List<String> incomplete,
    List<Area> areas,
    List<CheckId> checks,
    Map<Severity, Integer> findings,
    Ending ending,
    long events,
    String damage) {
  public RunSummary {
    nodes = List.copyOf(nodes);
    incomplete = List.copyOf(incomplete);
    areas = List.copyOf(areas);
    checks = List.copyOf(checks);
    var bySeverity = new EnumMap<Severity, Integer>(Severity.class);
    bySeverity.putAll(findings);
    findings = Collections.unmodifiableMap(bySeverity);
  }

  /** What can be said of a run that is not what was written. */
  static RunSummary damaged(RunId run, String damage) {
    return new RunSummary(
        run,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Ending.DAMAGED,
        0,
        damage);
  }

  /** How a run ended. */
  public enum Ending {
    /** It has no end: it is under way, or its process died. */
    @JsonProperty("unfinished")
    UNFINISHED,
    /** Every subtask was completed. */
    @JsonProperty("complete")
    COMPLETE,
    /** A subtask has no result. */
    @JsonProperty("incomplete")
    INCOMPLETE,
    /** Somebody stopped it. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** What was kept of it is not what was written. */
    @JsonProperty("damaged")
    DAMAGED
  }

  /** Whether {@code node} was audited whole in it. */
  public boolean complete(String node) {
    return (ending == Ending.COMPLETE || ending == Ending.INCOMPLETE)
        && nodes.contains(node)
        && !incomplete.contains(node);
  }

  /** Whether it looked at everything that {@code other} looks at. */
  boolean covers(RunSummary other) {
    var everyCheck =
        checks.isEmpty() || (!other.checks.isEmpty() && checks.containsAll(other.checks));
    return everyCheck && areas.containsAll(other.areas);
  }
}
