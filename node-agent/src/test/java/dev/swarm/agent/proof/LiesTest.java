package dev.swarm.agent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.bench.Bench;
import dev.swarm.agent.bench.Machine;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Proof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lies of a scripted mind, through the real loop: none is ever shown as proven. */
class LiesTest {

  @Test
  void the_bench_has_no_mistake_and_there_are_lies_enough() {
    assertEquals(List.of(), Bench.CATALOG.problems());
    assertEquals(List.of(), Bench.CHECKS.problems());
    assertTrue(lies().count() >= 90, lies().count() + " lies");
    assertEquals(lies().count(), lies().map(Lie::name).distinct().count());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void is_not_shown_as_proven(Lie lie) {
    var machine = Machine.troubled();
    var outcome = new Bench(machine).claim(() -> lie.later().apply(machine), lie.claim());
    switch (lie.expected()) {
      case Lie.Expected.Refuted(var reason) -> rejected(outcome, Proof.REFUTED, reason);
      case Lie.Expected.Unproven(var reason) -> rejected(outcome, Proof.UNPROVEN, reason);
      case Lie.Expected.TruthShown(var title, var severity) -> {
        assertEquals(1, outcome.findings().size(), "" + outcome);
        var finding = outcome.findings().getFirst();
        assertEquals(title, finding.title());
        assertEquals(severity, finding.severity());
        assertEquals(Optional.empty(), finding.explanation());
      }
    }
  }

  private static void rejected(Outcome.Completed outcome, Proof proof, String reason) {
    assertEquals(List.of(), outcome.findings());
    assertEquals(1, outcome.doubts().size());
    var doubt = outcome.doubts().getFirst();
    assertTrue(doubt.reason().contains(reason), doubt.reason());
    assertEquals(proof, doubt.proof(), doubt.reason());
  }

  static Stream<Lie> lies() {
    return Stream.of(
            LiesOnValues.values(),
            LiesOnValues.subjects(),
            LiesOnLines.lines(),
            LiesOnLines.verdicts(),
            LiesOnLines.later(),
            LiesInWords.sentences())
        .flatMap(one -> one);
  }
}
