package dev.swarm.agent.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.bench.RandomTools;
import dev.swarm.agent.bench.ScriptedMind;
import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.playbook.Playbook;
import dev.swarm.agent.proof.Claim;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Outcome;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How every check ends: from what the tools gave and what was proven, and never from a word. */
class CoveringTest {
  private static final int SEEDS = 300;
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "certificates", List.of("/etc/a.pem", "/etc/b.pem"),
          "backups", List.of("/backup"),
          "dns-names", List.of("example.org", "example.net"),
          "tls-endpoints", List.of(),
          "log-files", List.of("/var/log/app.log"));

  @Test
  void every_check_of_every_area_ends_exactly_once_however_its_tools_fail() {
    var states = new TreeMap<CoverageState, Integer>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (var area : Bench.CHECKS.areas()) {
        audited(seed, area).forEach(one -> states.merge(one.state(), 1, Integer::sum));
      }
    }
    assertEquals(Set.of(CoverageState.values()), withNotRun(states.keySet()), "" + states);
    states.forEach((state, count) -> assertTrue(count > 1000, state + ": " + count));
  }

  /** The playbook calls every tool, so that nothing is left not run. */
  private static Set<CoverageState> withNotRun(Set<CoverageState> states) {
    var all = new HashSet<>(states);
    all.add(CoverageState.NOT_RUN);
    return all;
  }

  private static List<Coverage> audited(int seed, Area area) {
    var tools = new RandomTools(seed);
    var bench = new Bench(Machine.troubled()).in(area.value()).over(LISTS).with(_ -> tools);
    var questions = bench.questions();
    var outcome = bench.completed(new Playbook(questions));
    var asked = Bench.CHECKS.on(Platform.LINUX).of(area).stream().map(Check::id).toList();
    assertEquals(asked, outcome.coverage().stream().map(Coverage::check).toList());
    assertEquals(
        found(outcome),
        outcome.findings().stream()
            .flatMap(one -> one.check().stream())
            .collect(Collectors.toSet()));
    for (var one : outcome.coverage()) {
      notBlindlyOk(one, questions, tools, "seed " + seed + ": " + one);
    }
    return outcome.coverage();
  }

  private static Set<CheckId> found(Outcome.Completed outcome) {
    return outcome.coverage().stream()
        .filter(one -> one.state() == CoverageState.FINDING)
        .map(Coverage::check)
        .collect(Collectors.toSet());
  }

  private static void notBlindlyOk(
      Coverage coverage, Questions questions, RandomTools tools, String told) {
    var check = Bench.CHECKS.check(coverage.check()).orElseThrow();
    boolean blind =
        questions.of(check).stream()
            .map(question -> tools.first.get(question.call()))
            .anyMatch(CoveringTest::blind);
    if (blind) {
      assertNotEquals(CoverageState.OK, coverage.state(), told);
      assertNotEquals(CoverageState.NOT_APPLICABLE, coverage.state(), told);
    }
    if (coverage.state() == CoverageState.FINDING) {
      assertTrue(
          questions.of(check).stream()
              .anyMatch(question -> tools.second.containsKey(question.call())),
          told);
    }
  }

  private static boolean blind(ToolResult result) {
    return !result.gaps().isEmpty()
        || switch (result.ending()) {
          case Ending.Unknown _, Ending.Refused _ -> true;
          case Ending.Flagged _ -> result.rows().isEmpty();
          case Ending.Ok _, Ending.Nothing _, Ending.NotApplicable _ -> false;
        };
  }

  private static Coverage only(String check, Bench bench, Mind mind) {
    return bench.only(check).completed(mind).coverage().getFirst();
  }

  private static Coverage playbook(String check, Machine machine, UnaryOperator<Tools> tools) {
    var bench = new Bench(machine).with(tools);
    return only(check, bench, new Playbook(bench.questions()));
  }

  private static UnaryOperator<Tools> changed(UnaryOperator<ToolResult> change) {
    return tools -> call -> change.apply(tools.run(call));
  }

  @Test
  void a_gap_beside_a_finding_is_told_along_with_it() {
    var coverage =
        playbook("storage.bench-failed", Machine.troubled(), changed(CoveringTest::gapped));
    assertEquals(CoverageState.FINDING, coverage.state());
    assertEquals("3 of 6 looked at; besides: some needs root", coverage.reason());
  }

  @Test
  void a_gap_without_a_finding_is_unknown() {
    var machine = Machine.troubled().prints("bench-units", "nginx.service active 0 3d\n");
    var coverage = playbook("storage.bench-failed", machine, changed(CoveringTest::gapped));
    assertEquals(CoverageState.UNKNOWN, coverage.state());
    assertEquals("some needs root", coverage.reason());
  }

  private static ToolResult gapped(ToolResult result) {
    return new ToolResult(
        result.call(),
        result.argv(),
        result.ending(),
        result.text(),
        result.rows(),
        result.took(),
        List.of(new Gap(Blind.PRIVILEGE, "some needs root")));
  }

  @Test
  void an_exit_code_that_flags_without_a_row_is_unknown() {
    var coverage =
        playbook(
            "storage.bench-failed",
            Machine.troubled(),
            changed(result ->
                new ToolResult(
                    result.call(),
                    result.argv(),
                    new Ending.Flagged(100),
                    result.text(),
                    List.of(),
                    Duration.ZERO,
                    List.of())));
    assertEquals(CoverageState.UNKNOWN, coverage.state());
    assertTrue(coverage.reason().contains("exit code 100"), coverage.reason());
  }

  @Test
  void rows_that_a_check_leaves_out_are_none_for_it() {
    var machine = Machine.troubled().prints("bench-ps", "1 S 1 kernel init\n");
    var coverage = playbook("storage.bench-zombies", machine, tools -> tools);
    assertEquals(CoverageState.OK, coverage.state());
    assertEquals("looked, and there is none", coverage.reason());
  }

  @Test
  void groups_count_as_one() {
    var coverage = playbook("storage.bench-zombies", Machine.troubled(), tools -> tools);
    assertEquals("1 of 1 looked at", coverage.reason());
  }

  @Test
  void what_is_odd_once_and_fine_again_is_ok_and_says_so() {
    var machine = Machine.troubled().prints("bench-units", "nginx.service failed 0 3d\n");
    var bench = new Bench(machine);
    var playbook = new Playbook(bench.questions());
    var coverage = only("storage.bench-failed", bench, mending(playbook, machine));
    assertEquals(CoverageState.OK, coverage.state());
    assertTrue(coverage.reason().contains("1 odd at first, fine when looked at again"));
  }

  private static Mind mending(Playbook playbook, Machine machine) {
    return ScriptedMind.thinking(
        playbook::next,
        conversation -> {
          var _ = machine.prints("bench-units", "nginx.service active 0 1s\n");
          return playbook.next(conversation);
        });
  }

  @Test
  void what_is_odd_once_and_blind_again_is_unknown() {
    var machine = Machine.troubled();
    var bench = new Bench(machine);
    var playbook = new Playbook(bench.questions());
    var failed = new CommandResult.Exited(9, Output.EMPTY, Output.EMPTY, Duration.ZERO);
    var mind =
        ScriptedMind.thinking(
            playbook::next,
            conversation -> {
              var _ = machine.answers("bench-units", failed);
              return playbook.next(conversation);
            });
    var coverage = only("storage.bench-failed", bench, mind);
    assertEquals(CoverageState.UNKNOWN, coverage.state());
    assertTrue(coverage.reason().contains("could not be looked at again"), coverage.reason());
  }

  @Test
  void what_is_odd_and_unclaimed_is_unknown() {
    var mind = ScriptedMind.of(new Move.Calls(List.of(ToolCall.of("bench-units"))));
    var coverage = only("storage.bench-failed", new Bench(Machine.troubled()), mind);
    assertEquals(CoverageState.UNKNOWN, coverage.state());
    assertEquals("odd, and nobody claimed it", coverage.reason());
  }

  @Test
  void a_wrong_claim_on_the_same_subject_settles_nothing() {
    var lie = Claim.of(List.of("r1:2"), "nginx.service", "").on("restarts").saying("99");
    var mind =
        ScriptedMind.of(
            new Move.Calls(List.of(ToolCall.of("bench-units"))), new Move.Claims(List.of(lie)));
    var coverage = only("storage.bench-failed", new Bench(Machine.troubled()), mind);
    assertEquals(CoverageState.UNKNOWN, coverage.state());
  }

  @Test
  void a_claim_of_some_leaves_the_others_told() {
    var some = Claim.of(List.of("r1:2"), "nginx.service", "");
    var mind =
        ScriptedMind.of(
            new Move.Calls(List.of(ToolCall.of("bench-units"))), new Move.Claims(List.of(some)));
    var coverage = only("storage.bench-failed", new Bench(Machine.troubled()), mind);
    assertEquals(CoverageState.FINDING, coverage.state());
    assertEquals("1 of 6 looked at; besides: odd, and nobody claimed it", coverage.reason());
  }

  @Test
  void a_check_over_an_empty_list_is_not_applicable_and_says_why() {
    var coverage = playbook("storage.backup-age", Machine.troubled(), tools -> tools);
    assertEquals(CoverageState.NOT_APPLICABLE, coverage.state());
    assertEquals("swarm.yaml names no backups", coverage.reason());
  }
}
