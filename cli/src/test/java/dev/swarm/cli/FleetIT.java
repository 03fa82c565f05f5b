package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.bus.seal.issue.AuthorityKey;
import dev.swarm.protocol.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands of a fleet, with agents in processes of their own on loopback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FleetIT {
  private static final List<String> QUICK = List.of("--areas", "load-and-memory");

  @TempDir private static Path folder;
  private FleetProcesses fleet;

  @BeforeAll
  void two_agents() throws Exception {
    fleet = new FleetProcesses(folder);
    var _ = fleet.agent("n1");
    var _ = fleet.agent("n2");
  }

  @AfterAll
  void nothing_is_left() throws Exception {
    fleet.close();
  }

  @Test
  void the_nodes_are_listed_with_what_they_lack() throws Exception {
    var ran = fleet.command("nodes", "n1");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().matches("(?s)NODE .*\\nn1 +present .*"), ran.out());
    assertTrue(ran.out().contains("  platform: "), ran.out());
    assertFalse(ran.out().contains("\nn2"), ran.out());
  }

  @Test
  void programs_get_every_field_of_every_node() throws Exception {
    var ran = fleet.command("nodes", "--output", "json");
    var nodes = new JsonMapper().readTree(ran.out()).get("nodes");
    assertEquals(List.of("n1", "n2"), nodes.findValuesAsText("node"), ran.out());
    assertEquals(List.of("present", "present"), nodes.findValuesAsText("state"));
    assertTrue(nodes.get(0).get("load").asDouble() >= 0, ran.out());
    assertFalse(nodes.get(0).get("tools").isEmpty());
  }

  @Test
  void an_audit_asks_every_node_and_merges_what_they_say() throws Exception {
    var ran = audit("--output", "json");
    var report = new JsonMapper().readTree(ran.out());
    assertTrue(List.of(0, 1, 3).contains(ran.code()), ran.err());
    assertTrue(ran.out().contains("\"n1\"") && ran.out().contains("\"n2\""), ran.out());
    assertEquals(ran.code(), report.get("exitCode").asInt());
  }

  @Test
  void only_the_nodes_that_are_named_are_asked() throws Exception {
    var ran = audit("--nodes", "n2");
    assertTrue(ran.out().contains("1 subtask = 1 completed"), ran.out() + ran.err());
  }

  @Test
  void a_node_that_is_not_there_is_a_gap_and_not_a_silence() throws Exception {
    var ran = fleet.command("audit", "--areas", "time", "--nodes", "n1,n9");
    assertEquals(3, ran.code(), ran.err());
    assertTrue(ran.out().contains("n9"), ran.out());
  }

  @Test
  void a_second_agent_on_a_state_folder_is_refused() throws Exception {
    var second = fleet.startAgent("n1");
    assertTrue(second.waitFor(60, TimeUnit.SECONDS));
    assertEquals(2, second.exitValue());
    assertTrue(fleet.logged("n1").contains("could not start: another agent"), fleet.logged("n1"));
  }

  @Test
  void a_key_of_a_node_commands_nobody() throws Exception {
    var ran =
        new SwarmProcess(fleet.home("thief"))
            .run("nodes", "--key", fleet.key("n1", Role.NODE).toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("is that of a node"), ran.err());
  }

  @Test
  void a_key_that_is_none_is_told_with_its_file() throws Exception {
    var ran = new SwarmProcess(fleet.home("none")).run("nodes", "--key", "/etc/hostname");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("could not use the keys in /etc/hostname"), ran.err());
  }

  @Test
  void a_coordinator_of_another_fleet_finds_nobody() throws Exception {
    var foreign = AuthorityKey.make("elsewhere", Instant.now());
    var key = fleet.key(foreign, "stranger", Role.COORDINATOR);
    var ran =
        new SwarmProcess(fleet.home("stranger"))
            .run("nodes", "--key", key.toString(), "--join", fleet.address("n1"));
    assertEquals(3, ran.code(), ran.err());
    assertTrue(ran.err().contains("no node answers"), ran.err());
  }

  @Test
  void a_coordinator_that_stays_leads_a_run_that_is_handed_to_it() throws Exception {
    var _ = fleet.serve("c1");
    var ran = audit("--via-serve", "--output", "json");
    assertTrue(List.of(0, 1, 3).contains(ran.code()), ran.err());
    assertTrue(ran.out().contains("\"n2\""), ran.out());
    var runs = new SwarmProcess(fleet.home("c1")).run("runs");
    assertTrue(runs.out().contains("n1,n2"), runs.out() + runs.err());
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_stopped_agent_leaves_in_good_order_and_its_log_is_sound() throws Exception {
    var agent = fleet.process("n2");
    SwarmProcess.signal(agent, "TERM");
    assertTrue(agent.waitFor(15, TimeUnit.SECONDS));
    assertEquals(0, agent.exitValue(), fleet.logged("n2"));
    var verified =
        new SwarmProcess(fleet.home("n2"))
            .run("log", "verify", "--key", fleet.key("n2", Role.NODE).toString());
    assertEquals(0, verified.code(), verified.out() + verified.err());
    assertTrue(verified.out().contains("signed by the node's key"), verified.out());
  }

  @Test
  void Ctrl_C_ends_with_what_is_known() throws Exception {
    var process =
        fleet.begin(Map.of("SWARM_STDERR_TTY", "1", "TERM", "xterm"), "audit", "--nodes", "n1");
    fleet.said("n1", "coordinator boss");
    SwarmProcess.signal(process, "INT");
    var ran = SwarmProcess.finish(process);
    assertTrue(List.of(3, 130).contains(ran.code()), ran.code() + ran.err());
  }

  private SwarmProcess.Ran audit(String... more) throws Exception {
    return fleet.command(
        Stream.of(List.of("audit"), QUICK, List.of(more))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }
}
