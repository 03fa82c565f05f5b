package dev.swarm.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of each, with every field set to something that shows. */
final class Samples {
  static final RunId RUN = new RunId("20261120-194512-k3f9");
  static final SubtaskId SUBTASK = SubtaskId.of(RUN, "n1", new Area("storage"));
  static final Effort EFFORT = new Effort(2, 5, Duration.ofMillis(1250));

  private Samples() {}

  static Budget budget() {
    return new Budget(16, 64, 60_000, Duration.ofSeconds(30), 4_194_304);
  }

  static Subtask subtask() {
    return new Subtask(
        SUBTASK, RUN, "n1", new Area("storage"), List.of(new CheckId("storage.space")), budget());
  }

  static NodeHello hello() {
    return new NodeHello(
        "n1",
        "i1",
        "0.1.0",
        1,
        "linux",
        true,
        "bubblewrap 0.8.0",
        List.of(new NodeHello.Capability("smart", "smartctl is not installed")),
        Map.of("rack", "r7"),
        4);
  }

  static Evidence evidence() {
    return new Evidence(
        new CallId("r1"), "filesystems", List.of("df", "-PT"), 2, 3, "/dev/vda 93%", "ab12");
  }

  static Finding finding() {
    return new Finding(
        new Fingerprint("0123456789abcdef"),
        Optional.of(new CheckId("storage.space")),
        new Area("storage"),
        "n1",
        "/var",
        Severity.CRITICAL,
        "/var is 98 % full",
        "0.5 GB of 30.0 GB are left.",
        "Free space.",
        "df -h /var",
        "98 % then, 98 % now",
        Optional.empty(),
        "playbook",
        List.of(evidence()));
  }

  static Doubt doubt() {
    return new Doubt(
        Proof.REFUTED,
        new Area("storage"),
        "n1",
        "/",
        "the disk is 90 % full",
        "used 12 %",
        "a row says otherwise",
        "a-model",
        List.of("r1:2"));
  }

  static Coverage coverage() {
    return new Coverage(
        new CheckId("storage.smart"),
        new Area("storage"),
        "n1",
        CoverageState.UNKNOWN,
        "needs root",
        Optional.of(Blindness.PRIVILEGE),
        "run as root");
  }

  static Outcome completed() {
    return new Outcome.Completed(
        SUBTASK,
        1,
        "playbook",
        List.of(finding()),
        List.of(doubt()),
        List.of(coverage()),
        EFFORT,
        new Thinking(List.of(share()), List.of(escalation()), Optional.of("the router was away")));
  }

  static ModelShare share() {
    return new ModelShare(
        "a-model", "local", 3, 1, 0, 1, 0, 2, 2_400, 180, 2_000, new BigDecimal("0.25"));
  }

  static Escalation escalation() {
    return new Escalation("a-model", "a-strong-model", "no progress", "permitted");
  }

  static Outcome failed() {
    return new Outcome.Failed(SUBTASK, 2, Cause.TIMED_OUT, "no outcome", Effort.NONE);
  }

  static Recorded recorded(Event event) {
    return new Recorded(RUN, 1, 7, Instant.parse("2026-11-20T19:45:12.345Z"), event);
  }
}
