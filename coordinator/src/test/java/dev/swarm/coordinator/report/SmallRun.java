package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Thinking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of one subtask on one node, with one thing to look at. */
final class SmallRun {
  private static final RunId RUN = new RunId("small");
  private static final Area STORAGE = new Area("storage");
  private static final SubtaskId ID = SubtaskId.of(RUN, "box", STORAGE);
  private static final Effort EFFORT = new Effort(1, 1, Duration.ofMillis(7));
  private static final Event END = new Event.RunEnded(false);

  private SmallRun() {}

  static Report clean() {
    return report(ended(List.of(), List.of(ok())), END);
  }

  /** A clean run after {@code previous}, in which models did what {@code thinking} says. */
  static Report cleanAfter(Report previous, Thinking thinking) {
    return Merge.merge(
        events(List.of("box"), List.of(ended(List.of(), List.of(ok()), thinking), END)),
        Optional.of(previous));
  }

  static Report finding(Severity severity, Optional<CheckId> check) {
    return report(ended(List.of(found(severity, check)), List.of(ok())), END);
  }

  static Report unknown(Blindness blindness) {
    var unknown =
        new Coverage(
            new CheckId("storage.space"),
            STORAGE,
            "box",
            CoverageState.UNKNOWN,
            "it was dark",
            Optional.of(blindness),
            "");
    return report(ended(List.of(), List.of(unknown)), END);
  }

  static Report lost() {
    var lost = new Outcome.Failed(ID, 1, Cause.LOST, "no beat for 15 s", Effort.NONE);
    return report(new Event.SubtaskEnded(lost), END);
  }

  /** A second node was targeted and nobody heard of it. */
  static Report silent() {
    return report(List.of("box", "shy"), List.of(ended(List.of(), List.of(ok())), END));
  }

  static Report unfinished() {
    return report();
  }

  static Report interrupted() {
    return report(new Event.RunEnded(true));
  }

  static Report contradictory() {
    return report(ended(List.of(), List.of(ok(), ok())), END);
  }

  private static Report report(Event... rest) {
    return report(List.of("box"), List.of(rest));
  }

  private static Report report(List<String> nodes, List<Event> rest) {
    return Merge.merge(events(nodes, rest), Optional.empty());
  }

  private static List<Recorded> events(List<String> nodes, List<Event> rest) {
    var events = new ArrayList<Event>();
    events.add(new Event.RunStarted("0.1.0", "playbook", nodes, List.of(STORAGE), List.of()));
    events.add(new Event.NodeJoined(hello()));
    var budget = Budget.standard(Duration.ofSeconds(9));
    events.add(new Event.SubtaskQueued(new Subtask(ID, RUN, "box", STORAGE, List.of(), budget)));
    events.addAll(rest);
    var recorded = new ArrayList<Recorded>();
    for (Event event : events) {
      recorded.add(new Recorded(RUN, 1, recorded.size() + 1, Instant.EPOCH, event));
    }
    return recorded;
  }

  private static NodeHello hello() {
    return new NodeHello("box", "i", "0.1.0", 1, "linux", true, "none", List.of(), Map.of(), 1);
  }

  private static Event ended(List<Finding> findings, List<Coverage> coverage) {
    return ended(findings, coverage, Thinking.NONE);
  }

  private static Event ended(List<Finding> findings, List<Coverage> coverage, Thinking thinking) {
    return new Event.SubtaskEnded(
        new Outcome.Completed(ID, 1, "playbook", findings, List.of(), coverage, EFFORT, thinking));
  }

  private static Coverage ok() {
    return new Coverage(
        new CheckId("storage.space"),
        STORAGE,
        "box",
        CoverageState.OK,
        "room everywhere",
        Optional.empty(),
        "");
  }

  private static Finding found(Severity severity, Optional<CheckId> check) {
    var evidence =
        new Evidence(new CallId("r1"), "df", List.of("df"), 1, 1, "full\n", "0".repeat(64));
    return new Finding(
        new Fingerprint("f"),
        check,
        STORAGE,
        "box",
        "/",
        severity,
        "/ is full",
        "",
        "",
        "",
        "",
        Optional.empty(),
        "playbook",
        List.of(evidence));
  }
}
