package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.fleet.NodeView;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a run does when its fleet changes, one thing at a time, in virtual time. */
class FleetRunTest {
  private static final RunId RUN = new RunId("20261120-194512-k3f9");

  private final SimWorld world = new SimWorld(7);
  private final SimBus bus = new SimBus(world);
  private final List<Throwable> bugs = new ArrayList<>();
  private final SimCoordinator leader = coordinator("c1", Tenure.PASSING);

  @Test
  void a_node_that_goes_dark_is_lost_within_fifteen_seconds_and_its_neighbours_are_asked() {
    var dark = node("dark");
    var _ = node("n1");
    var _ = node("n2");
    dark.longest = 60_000;
    begin(audit("dark", "n1", "n2"));
    world.runUntil(8_000);
    dark.kill();
    world.runUntil(23_000);
    var lost = only(FleetEvent.NodeLost.class).getFirst();
    assertEquals("dark", ((FleetEvent.NodeLost) lost.event()).node());
    assertTrue(Duration.between(at(8_000), lost.at()).compareTo(Duration.ofSeconds(15)) <= 0);
    assertEquals(
        List.of("n1", "n2"),
        only(FleetEvent.NeighbourAsked.class).stream()
            .map(asked -> ((FleetEvent.NeighbourAsked) asked.event()).peer())
            .toList());
    assertEquals(3, ended(Cause.LOST));
    assertInstanceOf(Event.RunEnded.class, events().getLast().event());
  }

  @Test
  void who_never_came_is_lost_sooner_where_no_member_of_the_cluster_bears_its_name() {
    var _ = node("n1");
    leader.here().fleet().counted();
    leader.here().fleet().memberJoined("deaf", "10.0.0.1:7000");
    leader.here().fleet().memberJoined("gone", "10.0.0.2:7000");
    begin(audit("deaf", "ghost", "gone", "n1"));
    world.runUntil(7_000);
    leader.here().fleet().memberLeft("10.0.0.2:7000");
    world.runUntil(60_000);
    var lost = only(FleetEvent.NodeLost.class);
    assertEquals(
        List.of("ghost", "gone", "deaf"),
        lost.stream().map(one -> ((FleetEvent.NodeLost) one.event()).node()).toList());
    var began = events().getFirst().at();
    assertEquals(
        List.of(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(15)),
        lost.stream().map(one -> Duration.between(began, one.at())).toList());
    assertEquals(9, ended(Cause.LOST));
    assertEquals(3, completed());
  }

  @Test
  void an_agent_that_begins_anew_in_time_resumes_its_place() {
    var node = node("n1");
    begin(audit("n1"));
    world.runUntil(5_030);
    node.restartAfter(3_000);
    world.runUntil(60_000);
    assertEquals(3, completed());
    assertEquals(List.of(), only(FleetEvent.NodeLost.class));
  }

  @Test
  void what_kills_its_agent_twice_is_set_aside_and_the_innocent_complete() {
    var node = node("n1");
    node.kills = "/services";
    node.longest = 2_000;
    begin(audit("n1"));
    world.runUntil(60_000);
    assertEquals(1, ended(Cause.NEEDS_HUMAN));
    assertEquals(2, completed());
    assertEquals(
        2,
        world.begun.stream().filter(attempt -> attempt.contains("/services")).count(),
        "tried twice at most");
  }

  @Test
  void a_node_that_answers_roll_calls_but_no_offer_is_given_up_after_three_of_the_same_attempt() {
    node("mute").mute = true;
    begin(audit("mute"));
    world.runUntil(20_000);
    assertEquals(3, ended(Cause.LOST));
    assertTrue(
        only(Event.SubtaskOffered.class).stream()
            .allMatch(offered -> ((Event.SubtaskOffered) offered.event()).attempt() == 1));
  }

  @Test
  void a_node_that_joins_while_the_run_goes_on_has_its_share_at_once() {
    node("slow").longest = 20_000;
    begin(audit(Target.everybody(), Optional.empty()));
    world.runUntil(8_000);
    var _ = node("late");
    world.runUntil(10_000);
    var accepted =
        only(Event.SubtaskAccepted.class).stream()
            .filter(event -> event.event().toString().contains("/late/"))
            .toList();
    assertEquals(3, accepted.size());
    world.runUntil(80_000);
    assertEquals(6, completed());
  }

  @Test
  void a_limit_draws_the_same_nodes_from_the_runs_name_and_says_so() {
    for (int n = 0; n < 10; n++) {
      var _ = node("n" + n);
    }
    begin(audit(Target.everybody(), Optional.of(new Limit("30%"))));
    world.runUntil(60_000);
    var drawn = (FleetEvent.LimitChosen) only(FleetEvent.LimitChosen.class).getFirst().event();
    assertEquals(10, drawn.matching());
    assertEquals(3, drawn.nodes().size());
    assertEquals(9, completed());
    var names = leader.here().fleet().nodes().stream().map(NodeView::node).toList();
    assertEquals(drawn.nodes(), new Limit("30%").choose(RUN, names));
  }

  @Test
  void a_standby_goes_on_within_ten_seconds_when_the_leader_dies() {
    var standby = coordinator("c2", Tenure.STANDING);
    var node = node("n1");
    node.longest = 30_000;
    world.runUntil(4_000);
    begin(audit("n1"));
    world.runUntil(9_000);
    assertEquals(1, only(FleetEvent.StandbyJoined.class).size());
    leader.kill();
    world.runUntil(60_000);
    var events = standby.store.events(RUN);
    var took = events.stream().filter(e -> e.event() instanceof FleetEvent.TookOver).findFirst();
    assertEquals(new FleetEvent.TookOver(2, "c2", "c1"), took.orElseThrow().event());
    assertTrue(Duration.between(at(9_000), took.get().at()).compareTo(Duration.ofSeconds(10)) < 0);
    assertEquals(new Event.RunEnded(false), events.getLast().event());
    assertEquals(3, world.begun.size(), "nothing was worked twice");
  }

  @Test
  void a_leader_that_was_paused_steps_down_and_says_who_leads() {
    var _ = coordinator("c2", Tenure.STANDING);
    node("n1").longest = 40_000;
    world.runUntil(4_000);
    begin(audit("n1"));
    world.runUntil(8_000);
    world.pause(leader.process(), 15_000);
    world.runUntil(30_000);
    var deposed = assertInstanceOf(DeposedException.class, leader.led.getFirst().ended().cause());
    assertTrue(String.valueOf(deposed.getMessage()).contains("epoch 2"), deposed.getMessage());
  }

  @Test
  void a_coordinator_that_begins_anew_goes_on_with_its_own_run() {
    var stays = coordinator("c3", Tenure.STANDING);
    node("n1").longest = 15_000;
    world.runUntil(4_000);
    var _ = stays.run(RUN, audit("n1"));
    world.runUntil(6_000);
    stays.kill();
    world.runUntil(7_000);
    stays.restart();
    world.runUntil(60_000);
    var events = stays.store.events(RUN);
    assertEquals(new Event.RunEnded(false), events.getLast().event());
    assertEquals(3, completed(events));
    assertEquals(3, world.begun.size(), "nothing was worked twice");
  }

  private SimCoordinator coordinator(String name, Tenure tenure) {
    var coordinator = new SimCoordinator(world, bus, name, tenure, bugs);
    coordinator.start();
    return coordinator;
  }

  private SimNode node(String name) {
    var node = new SimNode(world, bus, name, 4);
    node.longest = 1_000;
    node.start();
    return node;
  }

  private static Audit audit(String... nodes) {
    return audit(new Target.Named(List.of(nodes)), Optional.empty());
  }

  private static Audit audit(Target target, Optional<Limit> limit) {
    return new Audit(
        target,
        limit,
        Samples.AREAS,
        List.of(),
        Budget.standard(Duration.ofSeconds(50)),
        Duration.ofSeconds(70),
        "playbook",
        List.of(),
        Optional.empty());
  }

  private void begin(Audit audit) {
    world.runUntil(Math.max(5_000, world.millis()));
    var _ = leader.run(RUN, audit);
  }

  private static Instant at(long millis) {
    return SimWorld.BEGIN.plusMillis(millis);
  }

  private List<Recorded> events() {
    assertEquals(List.of(), bugs);
    return leader.store.events(RUN);
  }

  private List<Recorded> only(Class<? extends Event> type) {
    return events().stream().filter(recorded -> type.isInstance(recorded.event())).toList();
  }

  private long completed() {
    return completed(events());
  }

  private static long completed(List<Recorded> events) {
    return outcomes(events).stream().filter(Outcome.Completed.class::isInstance).count();
  }

  private long ended(Cause cause) {
    return outcomes(events()).stream()
        .filter(outcome -> outcome instanceof Outcome.Failed failed && failed.cause() == cause)
        .count();
  }

  private static List<Outcome> outcomes(List<Recorded> events) {
    var outcomes = new ArrayList<Outcome>();
    for (var recorded : events) {
      if (recorded.event() instanceof Event.SubtaskEnded ended) {
        outcomes.add(ended.outcome());
      }
    }
    return outcomes;
  }
}
