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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A run that anything may have happened in; the same for the same seed. */
final class RandomHistory {
  private final Random random;
  private final RandomThinking thinking;
  private final RunId run;
  private final int nodes;
  private final int checks;
  private final int findings;
  private final int topics;
  private final List<Recorded> events = new ArrayList<>();

  /**
   * @param checks of each area on each node
   * @param findings at most, of each area on each node
   * @param topics how many different findings an area can have
   */
  RandomHistory(long seed, int nodes, int checks, int findings, int topics) {
    this.random = new Random(seed);
    this.thinking = new RandomThinking(random);
    this.run = new RunId("run-" + seed);
    this.nodes = nodes;
    this.checks = checks;
    this.findings = findings;
    this.topics = topics;
  }

  List<Recorded> events() {
    var names = new ArrayList<String>();
    for (int node = 0; node < nodes; node++) {
      names.add("node-%04d".formatted(node));
    }
    var areas = Area.STANDARD.subList(0, 5);
    record(new Event.RunStarted("0.1.0", "playbook", names, areas, List.of()));
    names.stream().filter(_ -> random.nextInt(20) > 0).forEach(this::hello);
    for (String node : names) {
      areas.forEach(area -> subtask(node, area));
    }
    if (random.nextInt(10) > 0) {
      record(new Event.RunEnded(random.nextInt(10) == 0));
    }
    return events;
  }

  private void record(Event event) {
    var at = Instant.EPOCH.plusMillis(events.size());
    events.add(new Recorded(run, 1, events.size() + 1, at, event));
  }

  private void hello(String node) {
    int version = random.nextInt(30) == 0 ? 0 : 1;
    record(
        new Event.NodeJoined(
            new NodeHello(
                node, "i", "0.1.0", version, "linux", true, "none", List.of(), Map.of(), 4)));
  }

  private void subtask(String node, Area area) {
    var id = SubtaskId.of(run, node, area);
    var asked = random.nextInt(4) == 0 ? List.of(new CheckId(area + ".asked")) : List.<CheckId>of();
    var budget = Budget.standard(Duration.ofSeconds(9));
    record(new Event.SubtaskQueued(new Subtask(id, run, node, area, asked, budget)));
    int fate = random.nextInt(20);
    if (fate > 0) {
      record(new Event.SubtaskOffered(id, 1));
    }
    if (fate > 1) {
      record(new Event.SubtaskAccepted(id, 1));
    }
    if (fate > 2) {
      record(new Event.SubtaskEnded(fate < 5 ? failed(id) : completed(id, node, area)));
    }
  }

  private Outcome failed(SubtaskId id) {
    return new Outcome.Failed(id, 1, any(Cause.values()), "it failed", effort());
  }

  private Outcome completed(SubtaskId id, String node, Area area) {
    var found = new ArrayList<Finding>();
    for (int each = random.nextInt(findings + 1); each > 0; each--) {
      found.add(finding(node, area));
    }
    var told = thinking.thinking();
    var doubts = RandomThinking.doubts(told, area, node);
    var covers = new ArrayList<Coverage>();
    for (int check = 0; check < checks; check++) {
      covers.add(cover(check, node, area));
    }
    if (random.nextInt(40) == 0) {
      covers.add(cover(0, node, area));
    }
    return new Outcome.Completed(id, 1, "playbook", found, doubts, covers, effort(), told);
  }

  private Finding finding(String node, Area area) {
    int topic = random.nextInt(topics);
    var check = new CheckId(area + ".check-" + topic);
    var line = "a line of output about " + topic + "\n";
    var evidence =
        new Evidence(new CallId("r1"), "tool", List.of("tool", "-a"), 3, 3, line, "0".repeat(64));
    return new Finding(
        Fingerprint.of(check.value(), "subject"),
        topic % 8 == 7 ? Optional.empty() : Optional.of(check),
        area,
        node,
        "subject",
        any(Severity.values()),
        "Something is wrong with " + topic,
        "It is " + random.nextInt(100) + " % wrong.",
        "Mend it.",
        "tool -a",
        "wrong then, wrong now",
        Optional.empty(),
        "playbook",
        List.of(evidence));
  }

  private Coverage cover(int check, String node, Area area) {
    var state = any(CoverageState.values());
    return new Coverage(
        new CheckId(area + ".check-" + check),
        area,
        node,
        state,
        "because of " + random.nextInt(3),
        state == CoverageState.UNKNOWN ? Optional.of(any(Blindness.values())) : Optional.empty(),
        random.nextBoolean() ? "a hint" : "");
  }

  private Effort effort() {
    return new Effort(random.nextInt(5), random.nextInt(9), Duration.ofMillis(random.nextInt(999)));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
