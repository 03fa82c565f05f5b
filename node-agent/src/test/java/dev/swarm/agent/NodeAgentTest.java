package dev.swarm.agent;

import static dev.swarm.agent.AgentRig.NODE;
import static dev.swarm.agent.AgentRig.RUN;
import static dev.swarm.agent.AgentRig.offer;
import static dev.swarm.agent.AgentRig.offers;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class NodeAgentTest {
  private final AgentRig rig = new AgentRig();

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void the_first_beat_comes_at_once_and_the_next_every_two_seconds() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var _ = rig.agent(PretendInvestigator.quick());
    var first = beat(coordinator);
    assertEquals(1, first.number());
    assertEquals(0.25, first.load());
    assertEquals(List.of("10.0.0.9:5701"), first.strangers());
    rig.time.advance(Duration.ofMillis(1_999));
    assertTrue(coordinator.beats.isEmpty());
    rig.time.advance(Duration.ofMillis(1));
    assertEquals(2, beat(coordinator).number());
  }

  @Test
  void a_roll_call_is_answered_and_its_session_heard_for_five_minutes() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var _ = rig.agent(PretendInvestigator.quick());
    assertEquals(List.of(), beat(coordinator).heard());
    var presence =
        coordinator.call(Verb.ROLL_CALL, NODE, rig.time.instant(), coordinator.rollCall());
    assertEquals(NODE, presence.hello().node());
    assertEquals(1, presence.beat());
    rig.time.advance(Duration.ofSeconds(2));
    assertEquals(List.of("s1"), beat(coordinator).heard());
    rig.time.advance(Duration.ofMinutes(5));
    assertEquals(List.of(), beatNumber(152, coordinator).heard());
  }

  @Test
  void an_offer_is_answered_worked_and_delivered() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var work = PretendInvestigator.quick();
    var _ = rig.agent(work);
    var _ = beat(coordinator);
    var answers =
        coordinator.ask(
            Verb.OFFER, offers(coordinator, offer("storage", 1, 1), offer("logs", 1, 1)));
    assertEquals(2, answers.answers().size());
    answers.answers().forEach(answer -> assertInstanceOf(Answer.Accepted.class, answer));
    var delivery = coordinator.deliveries.poll(10, SECONDS);
    assertEquals(RUN, delivery.run());
    assertInstanceOf(Outcome.Completed.class, delivery.outcome());
    assertEquals("hq", work.begun.getFirst().coordinator());
  }

  @Test
  void the_same_attempt_offered_five_times_is_worked_once() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var open = new CountDownLatch(1);
    var work = PretendInvestigator.waiting(open);
    var _ = rig.agent(work);
    var _ = beat(coordinator);
    for (int i = 0; i < 5; i++) {
      var answers = coordinator.ask(Verb.OFFER, offers(coordinator, offer("storage", 1, 1)));
      assertInstanceOf(Answer.Accepted.class, answers.answers().getFirst());
    }
    open.countDown();
    assertTrue(coordinator.deliveries.poll(10, SECONDS) != null);
    assertEquals(1, work.begun.size());
  }

  @Test
  void what_is_beyond_the_capacity_is_refused_at_once() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var open = new CountDownLatch(1);
    var _ = rig.agent(PretendInvestigator.waiting(open));
    var _ = beat(coordinator);
    var answers =
        coordinator
            .ask(
                Verb.OFFER,
                offers(
                    coordinator,
                    offer("a", 1, 1),
                    offer("b", 1, 1),
                    offer("c", 1, 1),
                    offer("d", 1, 1),
                    offer("e", 1, 1)))
            .answers();
    assertInstanceOf(Answer.Accepted.class, answers.get(3));
    var refused = assertInstanceOf(Answer.Refused.class, answers.get(4));
    assertEquals(Cause.OVERLOADED, refused.cause());
    assertEquals("works 4 subtasks already", refused.reason());
    open.countDown();
  }

  private static Beat beatNumber(long number, PretendCoordinator coordinator)
      throws InterruptedException {
    var beat = beat(coordinator);
    while (beat.number() < number) {
      beat = beat(coordinator);
    }
    return beat;
  }

  private static Beat beat(PretendCoordinator coordinator) throws InterruptedException {
    var beat = coordinator.beats.poll(10, SECONDS);
    assertTrue(beat != null, "no beat came");
    return beat;
  }
}
