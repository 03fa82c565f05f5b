package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an audit, and of a question. */
class PlanTest {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final List<CheckId> CHECKS =
      List.of(new CheckId("storage.space"), new CheckId("time.sync"));

  @Test
  void a_question_is_one_subtask_on_each_node_with_checks_of_any_area() {
    var plan = new Plan(new RunId("20261120-194512-k3f9"), audit(List.of(Area.QUESTION)));
    for (var node : List.of("n1", "n2")) {
      assertEquals(1, plan.share(node, Optional.empty()).size());
      assertEquals(CHECKS, plan.share(node, Optional.empty()).getFirst().checks());
      assertEquals(
          Optional.of("why is it slow?"), plan.share(node, Optional.empty()).getFirst().question());
    }
  }

  @Test
  void a_question_is_put_once() {
    assertThrows(
        IllegalArgumentException.class,
        () -> audit(List.of(new Area("storage"), new Area("time"))));
  }

  private static Audit audit(List<Area> areas) {
    return new Audit(
        List.of("n1", "n2"),
        areas,
        CHECKS,
        Budget.standard(TIME),
        TIME,
        "m",
        CHECKS,
        Optional.of("why is it slow?"));
  }
}
