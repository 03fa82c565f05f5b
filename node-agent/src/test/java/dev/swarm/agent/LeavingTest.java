package dev.swarm.agent;

import static dev.swarm.agent.AgentRig.RUN;
import static dev.swarm.agent.AgentRig.offer;
import static dev.swarm.agent.AgentRig.offers;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Beat;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Verb;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LeavingTest {
  private final AgentRig rig = new AgentRig();
  private final CountDownLatch open = new CountDownLatch(1);
  private final PretendInvestigator work = PretendInvestigator.waiting(open);
  private PretendCoordinator coordinator;
  private NodeAgent agent;

  @BeforeEach
  void start() throws Exception {
    coordinator = rig.coordinator("hq", "s1");
    agent = rig.agent(work);
    assertTrue(coordinator.beats.poll(10, SECONDS) != null);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void offerOne() throws Exception {
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1)));
    var _ = work.awaitArrival();
  }

  private Beat lastBeat() throws InterruptedException {
    var beat = coordinator.beats.poll(10, SECONDS);
    while (beat != null && beat.capacity() != 0) {
      beat = coordinator.beats.poll(10, SECONDS);
    }
    assertTrue(beat != null, "there was no last beat");
    return beat;
  }

  @Test
  void an_idle_agent_goes_at_once_with_a_last_beat() throws Exception {
    var _ = agent.drain(Duration.ofMinutes(1)).await(10, SECONDS);
    assertEquals(0, lastBeat().busy());
  }

  @Test
  void what_runs_may_end_while_nothing_new_is_taken() throws Exception {
    offerOne();
    var gone = agent.drain(Duration.ofMinutes(1));
    var answers = coordinator.ask(Verb.OFFER, offers(coordinator, offer("time", 1, 1)));
    var refused = assertInstanceOf(Answer.Refused.class, answers.answers().getFirst());
    assertEquals("this agent is leaving", refused.reason());
    assertEquals(Cause.OVERLOADED, refused.cause());
    assertFalse(gone.isComplete());
    open.countDown();
    var _ = gone.await(10, SECONDS);
    var delivery = coordinator.deliveries.poll(10, SECONDS);
    assertEquals(RUN, delivery.run());
    assertInstanceOf(Outcome.Completed.class, delivery.outcome());
    assertEquals(0, lastBeat().busy());
  }

  @Test
  void what_does_not_end_in_time_is_stopped_and_delivers_what_it_knows() throws Exception {
    offerOne();
    var gone = agent.drain(Duration.ofSeconds(8));
    rig.time.advance(Duration.ofSeconds(8));
    var delivery = coordinator.deliveries.poll(10, SECONDS);
    var failed = assertInstanceOf(Outcome.Failed.class, delivery.outcome());
    assertEquals(Cause.CANCELLED, failed.cause());
    var _ = gone.await(10, SECONDS);
  }

  @Test
  void a_second_call_does_not_wait() throws Exception {
    offerOne();
    var gone = agent.drain(Duration.ofHours(1));
    var _ = agent.drain(Duration.ofHours(1)).await(10, SECONDS);
    assertTrue(gone.isComplete() || gone.await(10, SECONDS) == null);
    var failed =
        assertInstanceOf(Outcome.Failed.class, coordinator.deliveries.poll(10, SECONDS).outcome());
    assertEquals("the agent was stopped at once", failed.detail());
  }
}
