package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Cut;
import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Six agents, and one command that asks them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetAuditIT {
  private static final Duration BEYOND_WORK =
      Extent.full() ? Duration.ofSeconds(4) : Duration.ofSeconds(60);

  private static final Duration NAMED = Extent.within(Duration.ofSeconds(15));

  @TempDir private static Path folder;
  private Fleet fleet;

  @BeforeAll
  void six_agents() {
    fleet = Fleet.of(6, "audit", folder, History.of("audit", Extent.seed())).up();
  }

  @AfterAll
  void nothing_is_left() {
    fleet.close();
  }

  @Test
  @Order(1)
  void an_audit_joins_asks_all_gathers_and_leaves() {
    var answered = fleet.audit().answered();
    new Laws(fleet, answered.findings()).hold(answered, "undisturbed");
    assertEquals(0, answered.code(), answered::told);
    assertEquals(18, answered.count("/totals/subtasks/completed"), answered::told);
    for (var finding : answered.report().get("findings")) {
      assertEquals(6, finding.get("nodes").size(), finding::toString);
    }
    var beyond = answered.took().minus(answered.work());
    System.out.printf(
        "six agents: %.1f s, of which the work took %.1f s%n",
        answered.took().toMillis() / 1e3, answered.work().toMillis() / 1e3);
    assertTrue(beyond.compareTo(BEYOND_WORK) < 0, () -> beyond + " beyond the work");
  }

  @Test
  @Order(2)
  void an_agent_that_comes_while_a_run_is_going_has_its_share() {
    var late = fleet.add("late");
    late.start();
    var _ = late.awaitReady();
    late.kill9();
    var asked = fleet.auditOf(List.of("quick", "slow"));
    fleet.agent("n1").awaitWork();
    late.start();
    var answered = asked.answered();
    assertEquals(0, answered.code(), answered::told);
    assertEquals(14, answered.count("/totals/subtasks/completed"), answered::told);
  }

  @Test
  @Order(3)
  void nodes_shows_them_all_with_their_state() {
    var nodes = fleet.did("nodes", "--output", "json");
    for (var name : fleet.names()) {
      assertTrue(nodes.out().contains("\"" + name + "\""), nodes::told);
    }
  }

  @Test
  @Order(4)
  void a_node_that_is_cut_off_is_named_and_its_neighbours_are_asked() {
    var dark = fleet.agent("n3");
    var asked = fleet.audit();
    dark.awaitWork();
    long cut = System.nanoTime();
    fleet.network().cut(dark.machine().place(), Cut.BOTH);
    var answered = asked.answered();
    var took = Duration.ofNanos(System.nanoTime() - cut);
    fleet.network().heal(dark.machine().place());
    assertEquals(3, answered.code(), answered::told);
    assertTrue(took.compareTo(NAMED.plusSeconds(3)) < 0, () -> "the report came after " + took);
    var lost = answered.log().of("node-lost");
    assertEquals(List.of("n3"), lost.stream().map(one -> one.get("node").asText()).toList());
    assertEquals(2, answered.log().of("neighbour-asked").size(), answered::told);
  }

  @Test
  @Order(5)
  void ctrl_c_cancels_everywhere_and_still_prints_what_is_known() {
    var _ =
        Patience.until(
            () -> fleet.auditOf(List.of("quick")).answered().code() == 0,
            Duration.ofSeconds(60),
            () -> "all are back");
    var asked = fleet.audit();
    fleet.agent("n1").awaitWork();
    asked.program().interrupt();
    var answered = asked.answered();
    assertEquals(130, answered.code(), answered::told);
    assertTrue(answered.count("/totals/subtasks/failed/cancelled") > 0, answered::told);
    assertEquals(List.of(), SumLaw.violations(answered.log(), answered.report()));
  }
}
