package dev.swarm.coordinator;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as nodes and coordinators really send them. */
public final class Samples {
  public static final RunId RUN = new RunId("20261120-194512-k3f9");
  static final List<Area> AREAS =
      List.of(new Area("storage"), new Area("services"), new Area("time"));

  private Samples() {}

  static Audit audit(String... nodes) {
    return new Audit(
        List.of(nodes),
        AREAS,
        List.of(),
        Budget.standard(Duration.ofSeconds(30)),
        Duration.ofMinutes(2),
        "playbook");
  }

  public static Subtask subtask(RunId run, String node, String area) {
    return new Subtask(
        SubtaskId.of(run, node, new Area(area)),
        run,
        node,
        new Area(area),
        List.of(),
        Budget.standard(Duration.ofSeconds(30)));
  }

  public static NodeHello hello(String node, String instance, int capacity) {
    return new NodeHello(
        node,
        instance,
        "0.1.0",
        Wire.VERSION,
        "linux",
        true,
        "bubblewrap 0.8.0",
        List.of(new NodeHello.Capability("filesystems", "")),
        Map.of(),
        capacity);
  }

  static Outcome completed(Offer offer) {
    return completed(offer.subtask(), offer.attempt(), List.of());
  }

  public static Outcome completed(Subtask subtask, int attempt, List<Finding> findings) {
    return new Outcome.Completed(
        subtask.id(),
        attempt,
        "playbook",
        findings,
        List.of(),
        List.of(coverage(subtask.node(), subtask.area() + ".space", CoverageState.OK)),
        new Effort(1, 3, Duration.ofMillis(40)));
  }

  public static Coverage coverage(String node, String check, CoverageState state) {
    return new Coverage(
        new CheckId(check),
        new Area(check.substring(0, check.indexOf('.'))),
        node,
        state,
        "looked at",
        state == CoverageState.UNKNOWN
            ? Optional.of(dev.swarm.protocol.Blindness.PRIVILEGE)
            : Optional.empty(),
        "");
  }

  /** A model's finding that no check covers, worse than such a one can be. */
  public static Finding claim(String node, String area, String subject) {
    var like = finding(node, area + ".space", subject);
    return new Finding(
        Fingerprint.of("filesystems/note", subject),
        Optional.empty(),
        like.area(),
        node,
        subject,
        Severity.CRITICAL,
        "filesystems: " + subject,
        "",
        "Look at it yourself before you act.",
        like.see(),
        "then and now",
        Optional.empty(),
        "small",
        like.evidence());
  }

  public static Finding finding(String node, String check, String subject) {
    return new Finding(
        Fingerprint.of(check, subject),
        Optional.of(new CheckId(check)),
        new Area(check.substring(0, check.indexOf('.'))),
        node,
        subject,
        Severity.WARNING,
        subject + " is 93 % full",
        "2.1 GB of 30.0 GB are left.",
        "Free or add space.",
        "df -h " + subject,
        "93 % then, 93 % now",
        Optional.empty(),
        "playbook",
        List.of(
            new Evidence(
                new CallId("r1"),
                "filesystems",
                List.of("df", "-PT"),
                2,
                2,
                "/dev/vda ext4 93% " + subject,
                "0".repeat(64))));
  }
}
