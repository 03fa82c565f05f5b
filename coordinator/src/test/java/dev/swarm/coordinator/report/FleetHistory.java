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
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Hashes;
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
import java.util.stream.IntStream;

/**
 * A fleet's run: two thirds of the nodes are web servers, the others databases. The first of each
 * hundred nodes go wrong in one way or another; of twelve, each way happens once.
 */
public final class FleetHistory {
  private static final Instant BEGIN = Instant.parse("2026-11-28T20:00:00Z");
  private static final List<String> LETTERS =
      List.of("space", "smart", "failed-units", "memory", "resolver");

  private final Random random = new Random(4);
  private final RunId run = new RunId("20261128-200000-f1ee");
  private final List<String> names;
  private final List<Recorded> events = new ArrayList<>();

  private FleetHistory(int nodes) {
    int web = nodes * 2 / 3;
    this.names =
        IntStream.range(0, nodes)
            .mapToObj(
                i -> i < web ? named("web", i + 1, web) : named("db", i + 1 - web, nodes - web))
            .toList();
  }

  private static String named(String role, int number, int most) {
    return role + "-" + "0".repeat(digits(most) - digits(number)) + number;
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }

  static List<Recorded> events(int nodes) {
    return new FleetHistory(nodes).all();
  }

  /** The report of it. */
  public static Report report(int nodes) {
    return Merge.merge(events(nodes), Optional.empty());
  }

  private List<Recorded> all() {
    record(new Event.RunStarted("0.1.0", "playbook", names, Area.STANDARD, List.of()));
    record(
        new FleetEvent.TermsSet(
            false,
            Map.of(),
            "",
            budget(),
            Duration.ofMinutes(2),
            List.of(),
            Map.of(),
            Optional.empty()));
    record(new FleetEvent.StandbyJoined("s2", "hub-2"));
    record(new FleetEvent.StrangerSeen("10.9.9.66:5701", names.get(0)));
    record(new FleetEvent.StrangerSeen("10.9.9.66:5701", names.get(1)));
    names.forEach(this::hello);
    for (String node : names) {
      Area.STANDARD.forEach(area -> queued(node, area));
    }
    for (String node : names) {
      Area.STANDARD.forEach(area -> worked(node, area));
    }
    names.stream().filter(this::dark).forEach(this::gone);
    names.stream()
        .filter(node -> way(node) == 9)
        .forEach(
            node -> record(new FleetEvent.NeighbourAsked(node, names.get(0), false, "no answer")));
    record(new FleetEvent.TookOver(2, "hub-2", "hub-1"));
    record(new Event.RunEnded(false));
    return events;
  }

  private int way(String node) {
    return names.indexOf(node) % 100;
  }

  private boolean silent(String node) {
    return way(node) == 7;
  }

  private boolean dark(String node) {
    return way(node) == 10;
  }

  private void gone(String node) {
    record(new FleetEvent.NodeSuspected(node, "last heard 9 s before"));
    for (String peer : List.of(names.get(0), names.get(1))) {
      record(new FleetEvent.NeighbourAsked(node, peer, false, "no answer"));
    }
    record(new FleetEvent.NodeLost(node, "last heard 14 s before"));
  }

  private void record(Event event) {
    events.add(new Recorded(run, 1, events.size() + 1, BEGIN.plusMillis(events.size()), event));
  }

  private static Budget budget() {
    return Budget.standard(Duration.ofSeconds(30));
  }

  private void hello(String node) {
    if (silent(node)) {
      return;
    }
    record(new Event.NodeJoined(introduction(node)));
    long off = way(node) == 2 ? 612_400 : random.nextInt(40) - 20;
    record(
        new FleetEvent.ClockCompared(
            node, Duration.ofMillis(off), Duration.ofMillis(2 + random.nextInt(9))));
  }

  private NodeHello introduction(String node) {
    var role = node.startsWith("web") ? "web" : "db";
    var kernel = way(node) == 3 ? "6.1.0-18-amd64" : "6.1.0-20-amd64";
    var checks = way(node) == 4 ? "5d1f0c22a4b8" : "c0ffee00c0ff";
    var smart = way(node) == 5 ? "smartctl is not installed" : "";
    return new NodeHello(
        node,
        "i-" + node,
        way(node) == 6 ? "0.0.9" : "0.1.0",
        1,
        "linux",
        true,
        "bubblewrap 0.8.0",
        List.of(new NodeHello.Capability("smart", smart), new NodeHello.Capability("df", "")),
        Map.of("role", role),
        8,
        "10.0." + names.indexOf(node) / 250 + "." + (names.indexOf(node) % 250 + 1) + ":5701",
        Map.of("kernel", kernel, "os", "debian 12.7", "checks", checks));
  }

  private void queued(String node, Area area) {
    var id = SubtaskId.of(run, node, area);
    record(new Event.SubtaskQueued(new Subtask(id, run, node, area, List.of(), budget())));
  }

  private void worked(String node, Area area) {
    var id = SubtaskId.of(run, node, area);
    if (silent(node)) {
      failed(id, Cause.LOST, "it never answered");
      return;
    }
    record(new Event.SubtaskOffered(id, 1));
    if (way(node) == 8 && area.value().equals("security")) {
      record(new FleetEvent.CommandRefused(node, "offer", "policy: area security is not allowed"));
      failed(id, Cause.REFUSED, "policy: area security is not allowed");
      return;
    }
    record(new Event.SubtaskAccepted(id, 1));
    if (dark(node) && Area.STANDARD.indexOf(area) > 2) {
      failed(id, Cause.LOST, "last heard 14 s before");
    } else {
      record(new Event.SubtaskEnded(completed(id, node, area)));
    }
  }

  private void failed(SubtaskId id, Cause cause, String why) {
    record(new Event.SubtaskEnded(new Outcome.Failed(id, 1, cause, why, Effort.NONE)));
  }

  private Outcome completed(SubtaskId id, String node, Area area) {
    var found = new ArrayList<Finding>();
    var covers = new ArrayList<Coverage>();
    for (String letter : LETTERS) {
      var check = new CheckId(area + "." + letter);
      boolean full = letter.equals("space") && area.value().equals("storage") && way(node) < 6;
      boolean dim = letter.equals("smart") && node.startsWith("web");
      if (full) {
        found.add(full(node, area, check));
        covers.add(cover(check, node, area, CoverageState.FINDING, "/var is nearly full"));
      } else if (dim) {
        covers.add(cover(check, node, area, CoverageState.UNKNOWN, "smartctl needs root"));
      } else {
        covers.add(cover(check, node, area, CoverageState.OK, "looked at, and fine"));
      }
    }
    var effort = new Effort(2, 5, Duration.ofMillis(100 + random.nextInt(900)));
    return new Outcome.Completed(id, 1, "playbook", found, List.of(), covers, effort);
  }

  private static Coverage cover(
      CheckId check, String node, Area area, CoverageState state, String reason) {
    boolean unknown = state == CoverageState.UNKNOWN;
    return new Coverage(
        check,
        area,
        node,
        state,
        reason,
        unknown ? Optional.of(Blindness.PRIVILEGE) : Optional.empty(),
        unknown ? "run the agent as root to see the health of the disks" : "");
  }

  private Finding full(String node, Area area, CheckId check) {
    int percent = 98 - way(node);
    var line = "/dev/vda1 ext4 85899345920 " + percent + "% /var";
    var evidence =
        new Evidence(
            new CallId("r1"),
            "filesystems",
            List.of("df", "-PT", "-B1", "-l"),
            4,
            4,
            line + "\n",
            Hashes.sha256(line));
    return new Finding(
        Fingerprint.of(check.value(), "/var"),
        Optional.of(check),
        area,
        node,
        "/var",
        percent > 95 ? Severity.CRITICAL : Severity.WARNING,
        "/var is " + percent + " % full",
        "Little is left on /dev/vda1.",
        "Free or add space.",
        "df -h /var",
        percent + " % then, " + percent + " % now",
        Optional.empty(),
        "playbook",
        List.of(evidence));
  }
}
