package dev.swarm.agent.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.agent.bench.ScriptedMind;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Proof;
import dev.swarm.tools.ToolCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not hold goes back to the mind once, with the reason. */
class ReturnedClaimsTest {
  private static final ToolCall DISKS = Bench.call("filesystems", Map.of());
  private static final Claim FULL = Claim.of(List.of("r1:3"), "/var", "/var is full");
  private static final Claim WRONG = FULL.on("used_percent").saying("12 %");

  private static Conversation last(ScriptedMind mind) {
    return mind.seen().getLast();
  }

  @Test
  void a_claim_goes_back_once_with_its_reason() {
    var mind =
        ScriptedMind.of(
            new Move.Calls(List.of(DISKS)),
            new Move.Claims(List.of(WRONG)),
            new Move.Claims(List.of(WRONG)));
    var _ = new Bench(Machine.troubled()).completed(mind);
    var verdicts = last(mind).verdicts().stream().map(Verdict.Rejected.class::cast).toList();
    assertEquals(List.of(false, true), verdicts.stream().map(Verdict.Rejected::last).toList());
    assertEquals(
        "the value claimed is not the value printed", verdicts.getFirst().doubt().reason());
    assertEquals("/var: used percent is 97.6 %", verdicts.getFirst().doubt().measured());
  }

  @Test
  void a_mended_claim_leaves_no_doubt() {
    var outcome =
        new Bench(Machine.troubled())
            .completed(
                ScriptedMind.of(
                    new Move.Calls(List.of(DISKS)),
                    new Move.Claims(List.of(WRONG)),
                    new Move.Claims(List.of(FULL.on("used_percent").saying("97.6 %")))));
    assertEquals(1, outcome.findings().size());
    assertEquals(List.of(), outcome.doubts());
  }

  @Test
  void a_mended_subject_is_the_same_matter() {
    var other = Claim.of(List.of("r1:3"), "/home", "");
    var outcome =
        new Bench(Machine.troubled())
            .completed(
                ScriptedMind.of(
                    new Move.Calls(List.of(DISKS)),
                    new Move.Claims(List.of(other)),
                    new Move.Claims(List.of(FULL))));
    assertEquals(1, outcome.findings().size());
    assertEquals(List.of(), outcome.doubts());
  }

  @Test
  void what_was_withdrawn_stays_on_record() {
    var outcome =
        new Bench(Machine.troubled())
            .completed(
                ScriptedMind.of(
                    new Move.Calls(List.of(DISKS)),
                    new Move.Claims(List.of(WRONG, FULL.on("available")))));
    assertEquals(1, outcome.findings().size());
    assertEquals(
        List.of(Proof.REFUTED), outcome.doubts().stream().map(doubt -> doubt.proof()).toList());
  }
}
