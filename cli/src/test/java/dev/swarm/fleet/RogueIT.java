package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Java;
import dev.swarm.chaos.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever joins without a key of ours is seen, and neither obeyed nor believed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RogueIT {
  private static final Duration SEEN = Duration.ofSeconds(10);
  private static final Duration DONE = Duration.ofSeconds(90);

  @TempDir private static Path folder;
  private Fleet fleet;
  private Laws laws;

  @BeforeAll
  void three_agents() {
    fleet = Fleet.of(3, "rogue", folder, History.of("rogue", Extent.seed())).up();
    laws = new Laws(fleet, fleet.audit().answered().findings());
  }

  @AfterAll
  void nothing_is_left() {
    fleet.close();
  }

  @Test
  void a_member_without_a_key_is_reported_at_once_and_can_do_nothing() {
    var rogue = rogue();
    var _ = rogue.awaitSaid("in, one of", Duration.ofSeconds(40));
    for (var agent : fleet.agents()) {
      var _ = agent.program().awaitSaid("stranger.*" + rogueAddress, SEEN);
    }
    var nodes = fleet.did("nodes", "--output", "json");
    assertTrue(nodes.out().contains(rogueAddress), nodes::told);

    var _ = rogue.awaitSaid("flooded", DONE);
    assertTrue(rogue.out().contains("flooded, obeyed 0"), rogue::told);
    var dump = rogue.out().lines().filter(line -> line.startsWith("dump ")).toList().toString();
    for (var word : List.of("amount", "quick 7", "PRIVATE", "warning")) {
      assertFalse(dump.contains(word), dump);
    }
    for (var agent : fleet.agents()) {
      assertFalse(
          NodeFiles.of(agent.machine()).commands().toString().contains("/forged/"), agent.name());
    }
    rogue.kill9();
    var answered = fleet.audit().answered();
    laws.hold(answered, "after the rogue");
    assertEquals(0, answered.code(), answered::told);
  }

  private String rogueAddress = "";

  private Program rogue() {
    var machine = fleet.machine("rogue");
    rogueAddress = machine.address();
    var words =
        new ArrayList<>(
            List.of(
                fleet.charter().cluster(),
                machine.address(),
                fleet.agent("n1").machine().address()));
    words.addAll(fleet.names());
    return machine.start("rogue", Java.of(RogueMember.class, words.toArray(String[]::new)));
  }
}
