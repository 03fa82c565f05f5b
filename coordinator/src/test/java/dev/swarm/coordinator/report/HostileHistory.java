package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Blindness;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Proof;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run in which every text that can come from elsewhere is one and the same. */
final class HostileHistory {
  /** After every other name in order, so that no text moves it. */
  private static final String LOST = "\uffff";

  private final String text;
  private final Area area;
  private final RunId run;

  private HostileHistory(String text) {
    this.text = text;
    this.area = new Area(text);
    this.run = new RunId(text);
  }

  /** The report of two such runs, the second one compared with the first. */
  static Report of(String text) {
    var history = new HostileHistory(text);
    var before = Merge.merge(history.events(true), Optional.empty());
    return Merge.merge(history.events(false), Optional.of(before));
  }

  private List<Recorded> events(boolean before) {
    var events = new ArrayList<Event>();
    events.add(new Event.RunStarted(text, text, List.of(text, LOST), List.of(area), List.of()));
    events.add(
        new Event.NodeJoined(
            new NodeHello(text, text, text, 1, text, true, text, List.of(), Map.of(), 1)));
    var budget = Budget.standard(Duration.ofSeconds(9));
    for (String node : List.of(text, LOST)) {
      var id = new SubtaskId(node.equals(LOST) ? LOST : text);
      events.add(new Event.SubtaskQueued(new Subtask(id, run, node, area, List.of(), budget)));
      events.add(new Event.SubtaskEnded(node.equals(LOST) ? lost(id) : completed(id, before)));
    }
    events.add(new Event.RunEnded(false));
    return recorded(events);
  }

  private List<Recorded> recorded(List<Event> events) {
    var recorded = new ArrayList<Recorded>();
    for (Event event : events) {
      recorded.add(new Recorded(run, 1, recorded.size() + 1, Instant.EPOCH, event));
    }
    return recorded;
  }

  private Outcome lost(SubtaskId id) {
    return new Outcome.Failed(id, 1, Cause.LOST, text, Effort.NONE);
  }

  private Outcome completed(SubtaskId id, boolean before) {
    var findings = new ArrayList<Finding>();
    findings.add(finding(Optional.of(new CheckId(text)), "same", Severity.CRITICAL));
    findings.add(finding(Optional.empty(), before ? "gone" : "come", Severity.WARNING));
    if (before) {
      findings.add(finding(Optional.of(new CheckId(text)), "fixed", Severity.INFO));
    }
    return new Outcome.Completed(
        id,
        1,
        text,
        findings,
        doubts(),
        coverage(),
        new Effort(1, 1, Duration.ofMillis(5)),
        thinking());
  }

  private Finding finding(Optional<CheckId> check, String fingerprint, Severity severity) {
    var quote = (text + "\n").repeat(30);
    var proof = new Evidence(new CallId(text), text, List.of(text, text), 1, 30, quote, text);
    var next = new Evidence(new CallId(text), text + "2", List.of(text), 1, 30, quote, text);
    return new Finding(
        new Fingerprint(fingerprint),
        check,
        area,
        text,
        text,
        severity,
        text,
        text,
        text,
        text,
        text,
        Optional.of(text),
        text,
        List.of(proof, next));
  }

  private Thinking thinking() {
    var share = new ModelShare(text, text, 1, 1, 0, 0, 1, 1, 9, 9, 9, new BigDecimal("0.5"));
    var asked = new Escalation(text, text, text, text);
    var refused = new Escalation(text, "", text, text);
    return new Thinking(List.of(share), List.of(asked, refused), Optional.of(text));
  }

  private List<Doubt> doubts() {
    return List.of(doubt(Proof.REFUTED), doubt(Proof.UNPROVEN));
  }

  private Doubt doubt(Proof proof) {
    return new Doubt(proof, area, text, text, text, text, text, text, List.of(text));
  }

  private List<Coverage> coverage() {
    return List.of(
        cover(text, CoverageState.FINDING, Optional.empty()),
        cover(text + "2", CoverageState.UNKNOWN, Optional.of(Blindness.FAILED)),
        cover(text + "3", CoverageState.NOT_RUN, Optional.empty()));
  }

  private Coverage cover(String check, CoverageState state, Optional<Blindness> blindness) {
    return new Coverage(new CheckId(check), area, text, state, text, blindness, text);
  }
}
