package dev.swarm.agent;

import static dev.swarm.agent.AgentRig.NODE;
import static dev.swarm.agent.AgentRig.RUN;
import static dev.swarm.agent.AgentRig.offers;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.policy.Limits;
import dev.swarm.agent.policy.Policy;
import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Reach;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Verb;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node does and refuses by its own word, whatever the message. */
@Timeout(30)
class PolicyTest {
  private static final Area LOGS = new Area("logs");
  private static final Budget ASKED = new Budget(16, 64, 60_000, Duration.ofSeconds(90), 4_096);

  private final AgentRig rig = new AgentRig();
  private final PretendInvestigator work = PretendInvestigator.quick();

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private static Offer offer(Area area, int attempt, Optional<String> question) {
    var id = SubtaskId.of(RUN, NODE, area);
    return new Offer(new Subtask(id, RUN, NODE, area, List.of(), ASKED, question), attempt, 1);
  }

  private PretendCoordinator started(Policy policy) throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var _ = rig.with(policy).agent(work);
    assertTrue(coordinator.beats.poll(10, SECONDS) != null);
    return coordinator;
  }

  private static Policy policy(Set<Area> areas, boolean questions, Limits limits, int anHour) {
    return new Policy(true, Set.of(), areas, questions, limits, anHour, true);
  }

  private static Answer answer(PretendCoordinator coordinator, Offer offer) throws Exception {
    return coordinator.ask(Verb.OFFER, offers(coordinator, offer)).answers().getFirst();
  }

  private void refused(PretendCoordinator coordinator, Offer offer, String reason)
      throws Exception {
    var no = assertInstanceOf(Answer.Refused.class, answer(coordinator, offer));
    assertEquals(Cause.REFUSED, no.cause());
    assertEquals(reason, no.reason());
    assertEquals(List.of(), work.begun);
  }

  @Test
  void a_node_may_work_for_nobody() throws Exception {
    var nobody = new Policy(false, Set.of(), Set.of(), true, Limits.NONE, Integer.MAX_VALUE, true);
    refused(
        started(nobody),
        offer(LOGS, 1, Optional.empty()),
        "this node's policy.commands says that it works for nobody");
  }

  @Test
  void an_area_that_is_not_named_is_refused() throws Exception {
    var only = policy(Set.of(new Area("time")), true, Limits.NONE, Integer.MAX_VALUE);
    refused(
        started(only),
        offer(LOGS, 1, Optional.empty()),
        "this node's policy.areas names time, and not logs");
  }

  @Test
  void an_area_that_is_named_is_worked() throws Exception {
    var only = policy(Set.of(LOGS), true, Limits.NONE, Integer.MAX_VALUE);
    assertInstanceOf(
        Answer.Accepted.class, answer(started(only), offer(LOGS, 1, Optional.empty())));
  }

  @Test
  void a_question_may_be_refused() throws Exception {
    refused(
        started(policy(Set.of(), false, Limits.NONE, Integer.MAX_VALUE)),
        offer(Area.QUESTION, 1, Optional.of("is it slow?")),
        "this node's policy.questions says that it takes none");
  }

  @Test
  void a_larger_budget_is_cut_down_and_the_cut_is_said() throws Exception {
    var limits = new Limits(4, 64, 1_000, Duration.ofSeconds(20));
    var coordinator = started(policy(Set.of(), true, limits, Integer.MAX_VALUE));
    var yes =
        assertInstanceOf(
            Answer.Accepted.class, answer(coordinator, offer(LOGS, 1, Optional.empty())));
    assertEquals(
        "cut by this node's policy to most-turns: 4, most-tokens: 1000, most-time: 20.0 s",
        yes.cut());
    assertEquals(
        new Budget(4, 64, 1_000, Duration.ofSeconds(20), 4_096),
        work.awaitArrival().offer().subtask().budget());
  }

  @Test
  void a_budget_within_the_limits_stays_as_it_is() throws Exception {
    var coordinator = started(Policy.STANDARD);
    var yes =
        assertInstanceOf(
            Answer.Accepted.class, answer(coordinator, offer(LOGS, 1, Optional.empty())));
    assertEquals("", yes.cut());
    assertEquals(ASKED, work.awaitArrival().offer().subtask().budget());
  }

  @Test
  void no_more_than_so_many_are_begun_within_any_hour() throws Exception {
    var coordinator = started(policy(Set.of(), true, Limits.NONE, 1));
    assertInstanceOf(Answer.Accepted.class, answer(coordinator, offer(LOGS, 1, Optional.empty())));
    rig.time.advance(Duration.ofMinutes(1));
    var fresh = rig.awaitBeat(coordinator);
    assertTrue(fresh.number() > 1);
    var no =
        assertInstanceOf(
            Answer.Refused.class, answer(coordinator, offer(LOGS, 2, Optional.empty())));
    assertEquals("this node's policy.most-subtasks-an-hour is 1", no.reason());
    assertEquals(Duration.ofMinutes(59), no.retryAfter());
    rig.time.advance(Duration.ofMinutes(59));
    var _ = rig.awaitBeat(coordinator);
    assertInstanceOf(Answer.Accepted.class, answer(coordinator, offer(LOGS, 2, Optional.empty())));
  }

  @Test
  void a_neighbour_is_reached_or_not() throws Exception {
    var coordinator = started(Policy.STANDARD);
    int port;
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      var open = coordinator.ask(Verb.REACH, new Reach("web-2", "127.0.0.1", port));
      assertTrue(open.open());
      assertTrue(open.detail().matches("connected in [0-9]+ ms"), open.detail());
    }
    var closed = coordinator.ask(Verb.REACH, new Reach("web-2", "127.0.0.1", port));
    assertEquals("connection refused", closed.detail());
    assertTrue(!closed.open());
    assertTrue(
        coordinator
            .ask(Verb.REACH, new Reach("web-2", "127.0.0.1", 70_000))
            .detail()
            .startsWith("could not connect: "));
  }

  @Test
  void neighbours_are_tried_only_so_often() throws Exception {
    var coordinator = started(Policy.STANDARD);
    var reach = new Reach("web-2", "127.0.0.1", 1);
    for (int i = 0; i < 20; i++) {
      var _ = coordinator.ask(Verb.REACH, reach);
    }
    var refused = assertThrows(RefusedException.class, () -> coordinator.ask(Verb.REACH, reach));
    assertEquals("it was asked 20 times within 10 s already", refused.getMessage());
  }

  @Test
  void a_node_may_reach_nobody() throws Exception {
    var alone = new Policy(true, Set.of(), Set.of(), true, Limits.NONE, Integer.MAX_VALUE, false);
    var coordinator = started(alone);
    var refused =
        assertThrows(
            RefusedException.class,
            () -> coordinator.ask(Verb.REACH, new Reach("web-2", "127.0.0.1", 1)));
    assertEquals("policy: this node's policy.reach says no", refused.getMessage());
  }
}
