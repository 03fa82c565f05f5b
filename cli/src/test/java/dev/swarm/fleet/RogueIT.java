package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Java;
import dev.swarm.chaos.Machine;
import dev.swarm.chaos.Program;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Verb;
import dev.swarm.protocol.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever joins without a key of ours is seen, and neither obeyed nor believed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RogueIT {
  private static final Duration SEEN = Extent.within(Duration.ofSeconds(10));
  private static final Duration DONE = Duration.ofSeconds(90);

  @TempDir private static Path folder;
  private Fleet fleet;
  private Daemon server;
  private Laws laws;

  @BeforeAll
  void three_agents_and_a_coordinator_that_stays() {
    fleet = Fleet.of(3, "rogue", folder, History.of("rogue", Extent.seed()));
    server = fleet.server("c1");
    server.start();
    var _ = fleet.up();
    var _ = server.awaitReady();
    laws = new Laws(fleet, fleet.audit().answered().findings());
  }

  @AfterAll
  void nothing_is_left() {
    fleet.close();
  }

  @Test
  void a_member_without_a_key_is_reported_at_once_and_can_do_nothing() {
    var runs = runs();
    var rogue = rogue();
    var _ = rogue.awaitSaid("in, one of", Duration.ofSeconds(40));
    for (var agent : fleet.agents()) {
      var _ = agent.program().awaitSaid("stranger.*" + rogueAddress, SEEN);
    }
    var nodes = fleet.did("nodes", "--output", "json");
    assertTrue(nodes.out().contains(rogueAddress), nodes::told);

    var _ = rogue.awaitSaid("flooded", DONE);
    assertTrue(rogue.out().contains("forged " + Verb.ALL.size() + ", obeyed 0"), rogue::told);
    assertTrue(rogue.out().contains("flooded, obeyed 0"), rogue::told);
    assertEquals(runs, runs(), "no run came of it");
    var dump = rogue.out().lines().filter(line -> line.startsWith("dump ")).toList().toString();
    for (var word : List.of("amount", "quick 7", "PRIVATE", "warning")) {
      assertFalse(dump.contains(word), dump);
    }
    for (var agent : fleet.agents()) {
      var files = NodeFiles.of(agent.machine());
      assertFalse(files.commands().toString().contains(Forgeries.MARK), agent.name());
      assertFalse(files.ledger().toString().contains(Forgeries.MARK), agent.name());
    }
    var after = fleet.did("nodes", "--output", "json");
    assertFalse(after.out().contains(Forgeries.MARK), after::told);
    rogue.kill9();
    var answered = fleet.audit().answered();
    laws.hold(answered, "after the rogue");
    assertEquals(0, answered.code(), answered::told);
    var served = fleet.audit("--via-serve").answered();
    laws.hold(served, "after the rogue, led by who stays");
    assertEquals(0, served.code(), served::told);
  }

  @Test
  void what_was_said_before_is_not_heard_again_not_even_by_another_instance() {
    var machine = fleet.machine("replayer");
    fleet.charter().enrol(machine, Role.COORDINATOR);
    var times = Integer.toString(Extent.of(100, 5_000));
    var first = replay(machine, times);
    assertFalse(first.out().contains("first 0"), first::told);
    assertTrue(first.out().contains("again 0"), first::told);
    var agent = fleet.agent("n2");
    agent.kill9();
    agent.start();
    var _ = agent.awaitReady();
    var second = replay(machine, times);
    assertTrue(second.out().contains("again 0"), second::told);
  }

  @Test
  void a_node_of_another_version_is_shown_with_both_and_its_work_is_no_gap_in_silence() {
    var machine = fleet.machine("other");
    fleet.charter().enrol(machine, Role.NODE);
    var other = machine.start("other", Java.of(OtherVersion.class, arguments(machine)));
    var _ = other.awaitSaid("answers", DONE);
    var nodes = fleet.did("nodes");
    assertTrue(
        nodes.out().lines().anyMatch(line -> line.matches("other .*incompatible.*")), nodes::told);
    var asked = fleet.auditOf(List.of("quick"), "--nodes", "other");
    var answered = asked.answered();
    other.kill9();
    assertEquals(4, answered.code(), answered::told);
    var reason = answered.report().at("/subtasks/0/reason").asText();
    assertTrue(reason.contains("protocol " + OtherVersion.PROTOCOL), answered::told);
    assertTrue(reason.contains("this coordinator speaks " + Wire.VERSION), answered::told);
    assertEquals(List.of(), SumLaw.violations(answered.log(), answered.report()));
  }

  private Optional<String> runs() {
    return RunLog.newest(Charter.state(server.machine())).map(RunLog::run);
  }

  private Program replay(Machine machine, String times) {
    var words = new ArrayList<>(List.of(arguments(machine)));
    words.addAll(List.of("n2", folder.resolve("frames").toString(), times));
    var replayer = machine.start("replay", Java.of(Replayer.class, words.toArray(String[]::new)));
    assertEquals(0, replayer.ended(Duration.ofMinutes(10)), replayer::told);
    return replayer;
  }

  private String[] arguments(Machine machine) {
    return new String[] {
      machine.home().resolve("swarm.key").toString(),
      machine.address(),
      fleet.agent("n1").machine().address()
    };
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
