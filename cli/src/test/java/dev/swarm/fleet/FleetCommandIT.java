package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.chaos.Extent;
import dev.swarm.chaos.History;
import dev.swarm.chaos.Java;
import dev.swarm.chaos.Patience;
import dev.swarm.protocol.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the options of a fleet mean, and one-shot audits beside a coordinator that stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetCommandIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private Fleet fleet;
  private Daemon server;

  @BeforeAll
  void two_web_servers_a_database_and_a_coordinator_that_stays() {
    fleet = Fleet.of(3, "command", folder, History.of("command", Extent.seed()));
    for (var agent : fleet.agents()) {
      var tier = agent.name().equals("n3") ? "db" : "web";
      Charter.say(agent.machine(), "  labels: {tier: " + tier + "}\n");
      Charter.say(agent.machine(), "policy: {areas: [quick, steady, slow, long]}\n");
    }
    server = fleet.server("c1");
    server.start();
    var _ = fleet.up();
    var _ = server.awaitReady();
  }

  @AfterAll
  void nothing_is_left() {
    fleet.close();
  }

  @Test
  void labels_choose_the_nodes_that_bear_them_all() {
    var answered = fleet.auditOf(List.of("quick"), "--labels", "tier=web").answered();
    assertEquals(0, answered.code(), answered::told);
    assertEquals(List.of("n1", "n2"), nodes(answered.report()));
    var nobody = fleet.auditOf(List.of("quick"), "--labels", "tier=mail").answered();
    assertEquals(3, nobody.code(), nobody::told);
    assertEquals(List.of(), nodes(nobody.report()));
  }

  @Test
  void a_limit_draws_so_many_of_them_by_lot() {
    var one = fleet.auditOf(List.of("quick"), "--limit", "1").answered();
    assertEquals(0, one.code(), one::told);
    assertEquals(1, nodes(one.report()).size(), one::told);
    assertEquals(3, one.count("/fleet/limit/matching"), one::told);
    var half = fleet.auditOf(List.of("quick"), "--labels", "tier=web", "--limit", "50%").answered();
    assertEquals(1, nodes(half.report()).size(), half::told);
    assertTrue(List.of("n1", "n2").containsAll(nodes(half.report())), half::told);
  }

  @Test
  void no_more_than_the_concurrency_is_under_way_at_once_whoever_leads() {
    var areas = List.of("quick", "steady");
    assertTrue(atOnce(fleet.auditOf(areas).answered()) > 2, "nothing was held back");
    assertEquals(1, atOnce(fleet.auditOf(areas, "--concurrency", "1").answered()));
    var served = fleet.auditOf(areas, "--concurrency", "2", "--via-serve").answered();
    assertEquals(2, atOnce(served), served::told);
  }

  @Test
  void exit_code_4_where_every_node_refuses_by_its_policy() {
    var answered = fleet.auditOf(List.of(Work.POISON)).answered();
    assertEquals(4, answered.code(), answered::told);
    assertEquals(3, answered.count("/totals/subtasks/failed/refused"), answered::told);
    var reason = answered.report().at("/subtasks/0/reason").asText();
    assertTrue(reason.contains("policy.areas"), reason);
  }

  @Test
  void the_same_audit_handed_over_a_hundred_times_at_once_is_one_run() {
    var machine = fleet.machine("crowd");
    fleet.charter().enrol(machine, Role.COORDINATOR);
    var state = Charter.state(server.machine());
    var before = RunLog.newest(state).map(RunLog::run);
    var words =
        new String[] {
          machine.home().resolve("swarm.key").toString(),
          machine.address(),
          fleet.agent("n1").machine().address(),
          "100",
          String.join(",", fleet.names())
        };
    var crowd = machine.start("crowd", Java.of(Submitter.class, words));
    assertEquals(0, crowd.ended(Duration.ofMinutes(2)), crowd::told);
    var said = crowd.out().strip();
    assertTrue(said.matches("100 times, runs \\[[^,\\]]+]"), crowd::told);
    var run = said.replaceFirst(".*\\[(.*)]", "$1");
    assertNotEquals(before, Optional.of(run));
    var log = ended(state, run);
    assertEquals(List.of(), SumLaw.violations(log));
    assertEquals(6, log.of("subtask-queued").size(), "two areas of three nodes, once");
    assertEquals(6, log.of("subtask-offered").size());
  }

  @Test
  void a_one_shot_audit_and_a_run_of_the_coordinator_do_not_disturb_one_another() {
    var handed = fleet.auditOf(List.of("quick", Work.LONG), "--via-serve");
    var own = fleet.auditOf(List.of("steady", Work.LONG));
    var served = handed.answered();
    var alone = own.answered();
    for (var answered : List.of(alone, served)) {
      assertEquals(0, answered.code(), answered::told);
      assertEquals(6, answered.count("/totals/subtasks/completed"), answered::told);
      assertEquals(List.of(), SumLaw.violations(answered.log()));
      assertEquals(List.of(), SumLaw.violations(answered.log(), answered.report()));
      assertEquals(List.of(), answered.log().of("took-over"), answered::told);
    }
    assertNotEquals(alone.log().run(), served.log().run());
    assertTrue(begins(alone.log()).isBefore(ends(served.log())), "they were not at once");
    assertTrue(begins(served.log()).isBefore(ends(alone.log())), "they were not at once");
    assertEquals(List.of(), Executions.violations(fleet));
  }

  @Test
  void a_one_shot_audit_that_is_killed_is_ended_by_the_coordinator_that_stays() {
    var desk = Charter.state(fleet.desk());
    var before = RunLog.newest(desk).map(RunLog::run);
    var asked = fleet.auditOf(List.of("slow", Work.LONG));
    var _ =
        Patience.until(
            () ->
                RunLog.newest(desk)
                    .filter(log -> !before.equals(Optional.of(log.run())))
                    .filter(log -> !log.of("standby-joined").isEmpty())
                    .isPresent(),
            SOON,
            () -> "somebody stands by\n" + asked.program().told());
    fleet.agent("n1").awaitWork();
    asked.program().kill9();
    var run = RunLog.newest(desk).orElseThrow().run();
    var log = ended(Charter.state(server.machine()), run);
    assertEquals(1, log.of("took-over").size(), () -> server.program().told());
    assertEquals(List.of(), SumLaw.violations(log));
    var shown = Charter.start(server.machine(), "show", run, "--output", "json");
    assertEquals(0, shown.ended(SOON), shown::told);
    var report = read(shown.out());
    assertEquals(6, report.at("/totals/subtasks/completed").asInt(), shown::told);
    assertEquals("ended", report.at("/run/state").asText());
  }

  @Test
  void ctrl_c_while_the_leader_stands_still_tells_what_is_known_and_not_that_it_is_gone() {
    var asked = fleet.auditOf(List.of("slow", Work.LONG), "--via-serve");
    fleet.agent("n1").awaitWork();
    // until the command has been told of it, too
    Patience.last(Duration.ofSeconds(2));
    server.stop();
    Asked.Answered answered;
    try {
      asked.program().interrupt();
      answered = asked.answered();
    } finally {
      server.cont();
    }
    assertEquals(130, answered.code(), answered::told);
    assertEquals(6, answered.count("/totals/subtasks/targeted"), answered::told);
    assertTrue(answered.said().contains("does not answer just now"), answered::told);
    assertFalse(answered.said().contains("is gone"), answered::told);
    var _ = ended(Charter.state(server.machine()), answered.log().run());
  }

  private static RunLog ended(Path state, String run) {
    var _ = Patience.until(() -> RunLog.read(state, run).ended(), SOON, () -> run + " ends");
    return RunLog.read(state, run);
  }

  private static Instant begins(RunLog log) {
    return Instant.parse(log.events().getFirst().get("at").asText());
  }

  private static Instant ends(RunLog log) {
    return Instant.parse(log.events().getLast().get("at").asText());
  }

  private static List<String> nodes(JsonNode report) {
    var names = new TreeSet<String>();
    report.get("nodes").forEach(node -> names.add(node.get("node").asText()));
    return List.copyOf(names);
  }

  /** The most subtasks that were ever offered and without an outcome. */
  private static int atOnce(Asked.Answered answered) {
    assertEquals(0, answered.code(), answered::told);
    var open = new HashSet<String>();
    int most = 0;
    for (var event : answered.log().events()) {
      var what = event.get("event");
      switch (RunLog.kind(event)) {
        case "subtask-offered" -> open.add(what.get("subtask").asText());
        case "subtask-ended" -> open.remove(what.at("/outcome/subtask").asText());
        default -> {}
      }
      most = Math.max(most, open.size());
    }
    return most;
  }

  private static JsonNode read(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("no report: " + json, e);
    }
  }
}
