package dev.swarm.coordinator.report.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.FleetEvent.ClockCompared;
import dev.swarm.protocol.NodeHello;
import dev.swarm.protocol.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeerComparisonTest {
  private final List<Peer> peers = new ArrayList<>();
  private final List<ClockCompared> clocks = new ArrayList<>();

  @Test
  void who_stands_apart_from_two_thirds_has_a_finding_with_both_sides() {
    kernels("6.1", "6.1", "5.10");
    var finding = only(FleetChecks.KERNEL);
    assertEquals("n3", finding.node());
    assertEquals(Severity.WARNING, finding.severity());
    assertEquals("The kernel is 5.10, on 2 of 3 peers it is 6.1", finding.title());
    assertEquals("kernel 5.10\n", finding.evidence().getFirst().quote());
    assertEquals("kernel 6.1 on 2 of 3 peers: n1, n2\n", finding.evidence().getLast().quote());
    assertEquals(CoverageState.OK, state("n1", FleetChecks.KERNEL));
    assertEquals(CoverageState.FINDING, state("n3", FleetChecks.KERNEL));
  }

  @Test
  void evidence_is_cut_from_what_its_hash_says() {
    kernels("6.1", "6.1", "5.10");
    var evidence = only(FleetChecks.KERNEL).evidence().getFirst();
    var sheet = FactSheet.of(peers.get(2).hello().orElseThrow());
    assertEquals(sheet.sha256(), evidence.sha256());
    assertEquals(evidence.quote().strip(), sheet.lines().get(evidence.firstLine() - 1));
  }

  @Test
  void without_a_clear_majority_that_is_all_that_is_said() {
    kernels("6.1", "5.10", "4.19");
    var findings = findings(FleetChecks.KERNEL);
    assertEquals(3, findings.size());
    assertTrue(findings.stream().allMatch(f -> f.severity() == Severity.INFO));
    assertTrue(findings.getFirst().detail().contains("none on two thirds of them"));
  }

  @Test
  void two_cannot_tell_who_of_them_is_odd() {
    kernels("6.1", "5.10");
    assertEquals(List.of(), findings(FleetChecks.KERNEL));
    assertEquals(CoverageState.NOT_APPLICABLE, state("n1", FleetChecks.KERNEL));
    assertEquals("fewer than three peers", cover("n1", FleetChecks.KERNEL).reason());
  }

  @Test
  void a_fingerprint_stays_whatever_the_value() {
    kernels("6.1", "6.1", "5.10");
    var before = only(FleetChecks.KERNEL).fingerprint();
    peers.clear();
    kernels("6.12", "6.12", "6.1", "6.12");
    assertEquals(before, only(FleetChecks.KERNEL).fingerprint());
  }

  @Test
  void nodes_of_other_labels_or_platforms_are_no_peers() {
    for (int i = 1; i <= 3; i++) {
      peer("web-" + i, "linux", Map.of("role", "web"), Map.of("kernel", "6.1"), List.of());
      peer("db-" + i, "linux", Map.of("role", "db"), Map.of("kernel", "5.10"), List.of());
      peer("mac-" + i, "macos", Map.of(), Map.of("kernel", "24.6"), List.of());
    }
    assertEquals(List.of(), compared().findings());
  }

  @Test
  void one_of_a_kind_is_held_against_all_of_its_platform() {
    for (int i = 1; i <= 4; i++) {
      peer("web-" + i, "linux", Map.of("role", "web"), Map.of("kernel", "6.1"), List.of());
    }
    peer("lab", "linux", Map.of("role", "lab"), Map.of("kernel", "5.10"), List.of());
    assertEquals("lab", only(FleetChecks.KERNEL).node());
  }

  @Test
  void a_mac_among_nodes_with_its_labels_is_worth_a_word() {
    for (int i = 1; i <= 3; i++) {
      peer("web-" + i, "linux", Map.of("role", "web"), Map.of(), List.of());
    }
    peer("web-4", "macos", Map.of("role", "web"), Map.of(), List.of());
    assertEquals(Severity.INFO, only(FleetChecks.PLATFORM).severity());
  }

  @Test
  void another_digest_is_another_configuration() {
    for (int i = 1; i <= 3; i++) {
      var digest = i == 2 ? "deadbeef0000" : "c0ffee000000";
      peer("n" + i, "linux", Map.of(), Map.of("checks", digest, "name", "n" + i), List.of());
    }
    assertEquals("n2", only(FleetChecks.CONFIGURATION).node());
    assertEquals("digest of checks", only(FleetChecks.CONFIGURATION).subject());
  }

  @Test
  void who_does_not_tell_what_others_tell_is_unknown() {
    kernels("6.1", "6.1", "6.1", "");
    assertEquals(CoverageState.UNKNOWN, state("n4", FleetChecks.KERNEL));
    assertEquals(CoverageState.NOT_APPLICABLE, state("n4", FleetChecks.OS));
  }

  @Test
  void a_tool_that_peers_have_is_missed() {
    for (int i = 1; i <= 4; i++) {
      var missing = i == 4 ? "smartctl is not installed" : "";
      var tools =
          List.of(
              new NodeHello.Capability("smart", missing),
              new NodeHello.Capability("zfs", "zpool is not installed"));
      peer("n" + i, "linux", Map.of(), Map.of(), tools);
    }
    var finding = only(FleetChecks.TOOLS);
    assertEquals("1 tool is missing that peers have: smart", finding.title());
    assertEquals(
        "tool smart missing: smartctl is not installed\n", finding.evidence().getFirst().quote());
  }

  @Test
  void a_clock_is_judged_by_what_is_beyond_doubt() {
    clock("n1", 0, 5);
    clock("n2", 10, 5);
    clock("n3", 1_500, 5);
    clock("n4", -612_000, 5);
    clock("n5", 4_000, 3_500);
    clock("n6", 0, 5);
    clock("n7", 0, 5);
    assertEquals(
        List.of("n3 warning", "n4 critical"),
        findings(FleetChecks.CLOCK).stream().map(f -> f.node() + " " + f.severity().id()).toList());
    assertEquals(
        "The clock is 612.0 s behind the median of 7 peers",
        findings(FleetChecks.CLOCK).getLast().title());
    assertEquals(CoverageState.OK, state("n5", FleetChecks.CLOCK));
  }

  @Test
  void of_two_clocks_that_differ_nobody_says_whose_is_right() {
    clock("n1", 0, 5);
    clock("n2", 600_000, 5);
    assertEquals(2, findings(FleetChecks.CLOCK).size());
    assertTrue(
        findings(FleetChecks.CLOCK).getFirst().title().contains("nobody can say whose is right"));
  }

  @Test
  void where_all_agree_it_is_the_coordinators_own_clock_that_is_off() {
    for (int i = 1; i <= 4; i++) {
      clock("n" + i, 600_000 + i, 5);
    }
    assertEquals(List.of(), findings(FleetChecks.CLOCK));
    assertEquals(600, PeerComparison.behind(clocks).toSeconds());
  }

  @Test
  void a_node_that_never_spoke_is_not_run_and_says_why() {
    kernels("6.1", "6.1", "6.1");
    peers.add(new Peer("n9", Optional.empty(), "silent: it never answered"));
    assertEquals(CoverageState.NOT_RUN, state("n9", FleetChecks.KERNEL));
    assertEquals("silent: it never answered", cover("n9", FleetChecks.CLOCK).reason());
  }

  @Test
  void every_node_has_every_check_once() {
    kernels("6.1", "5.10", "", "6.1", "6.1");
    clock("n2", 3, 4);
    peers.add(new Peer("n9", Optional.empty(), "silent"));
    var coverage = compared().coverage();
    assertEquals(
        (long) peers.size() * FleetChecks.ALL.size(),
        coverage.stream().map(c -> c.node() + c.check()).distinct().count());
    assertEquals(peers.size() * FleetChecks.ALL.size(), coverage.size());
  }

  private void kernels(String... kernels) {
    for (int i = 0; i < kernels.length; i++) {
      var facts = kernels[i].isEmpty() ? Map.<String, String>of() : Map.of("kernel", kernels[i]);
      peer("n" + (i + 1), "linux", Map.of(), facts, List.of());
    }
  }

  private void clock(String node, long offset, long uncertainty) {
    if (peers.stream().noneMatch(peer -> peer.node().equals(node))) {
      peer(node, "linux", Map.of(), Map.of(), List.of());
    }
    clocks.add(new ClockCompared(node, Duration.ofMillis(offset), Duration.ofMillis(uncertainty)));
  }

  private void peer(
      String node,
      String platform,
      Map<String, String> labels,
      Map<String, String> facts,
      List<NodeHello.Capability> tools) {
    var hello =
        new NodeHello(node, "i", "0.1.0", 1, platform, true, "none", tools, labels, 4, "", facts);
    peers.add(new Peer(node, Optional.of(hello), ""));
  }

  private Compared compared() {
    return PeerComparison.of(peers, clocks);
  }

  private List<Finding> findings(CheckId check) {
    return compared().findings().stream()
        .filter(finding -> finding.check().equals(Optional.of(check)))
        .toList();
  }

  private Finding only(CheckId check) {
    assertEquals(1, findings(check).size());
    return findings(check).getFirst();
  }

  private Coverage cover(String node, CheckId check) {
    return compared().coverage().stream()
        .filter(cover -> cover.node().equals(node) && cover.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private CoverageState state(String node, CheckId check) {
    return cover(node, check).state();
  }
}
