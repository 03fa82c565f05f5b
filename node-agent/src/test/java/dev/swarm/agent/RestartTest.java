package dev.swarm.agent;

import static dev.swarm.agent.AgentRig.RUN;
import static dev.swarm.agent.AgentRig.offer;
import static dev.swarm.agent.AgentRig.offers;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.agent.ledger.DiskLedger;
import dev.swarm.agent.ledger.Ledger;
import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Collect;
import dev.swarm.protocol.Holdings;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.Verb;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents that die, with a ledger on disk, and coordinators that follow one another. */
@Timeout(30)
class RestartTest {
  @TempDir private Path folder;
  private final AgentRig rig = new AgentRig();

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private Ledger ledger() {
    return DiskLedger.open(folder.resolve("ledger.log"), rig.time.instant(), _ -> {});
  }

  private void start(Investigator investigator, PretendCoordinator listening) throws Exception {
    listening.beats.clear();
    var _ = rig.with(ledger()).agent(investigator);
    assertTrue(listening.beats.poll(10, SECONDS) != null, "no beat came");
  }

  private static Attempt attempt(String area, int number) {
    return new Attempt(AgentRig.subtask(area).id(), number);
  }

  @Test
  void an_attempt_is_on_disk_before_it_begins() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var onDisk = new ArrayList<String>();
    var work =
        PretendInvestigator.doing((order, _) -> {
          try {
            onDisk.addAll(Files.readAllLines(folder.resolve("ledger.log")));
          } catch (java.io.IOException e) {
            throw new AssertionError(e);
          }
          return PretendInvestigator.completed(order);
        });
    start(work, coordinator);
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 3)));
    assertTrue(coordinator.deliveries.poll(10, SECONDS) != null);
    assertTrue(onDisk.get(0).contains("\"kind\":\"led\",\"run\":\"run-1\",\"epoch\":3"));
    assertTrue(onDisk.get(1).contains("\"kind\":\"begun\""));
  }

  @Test
  void an_attempt_that_was_begun_before_a_restart_is_never_worked_again() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    var never = new CountDownLatch(1);
    start(PretendInvestigator.waiting(never), coordinator);
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1)));
    rig.kill();
    var work = PretendInvestigator.quick();
    start(work, coordinator);
    var answers =
        coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1), offer("logs", 2, 1)));
    var refused = assertInstanceOf(Answer.Refused.class, answers.answers().get(0));
    assertEquals(Cause.LOST, refused.cause());
    assertInstanceOf(Answer.Accepted.class, answers.answers().get(1));
    assertEquals(2, work.awaitArrival().offer().attempt());
    assertEquals(1, work.begun.size());
    never.countDown();
  }

  @Test
  void a_term_that_is_over_is_refused_under_seal_after_a_restart_too() throws Exception {
    var old = rig.coordinator("hq", "s1");
    var successor = rig.coordinator("hq-2", "s2");
    start(PretendInvestigator.quick(), old);
    var _ = successor.beats.poll(10, SECONDS);
    var _ = successor.ask(Verb.COLLECT, new Collect(RUN, 5, "s2"));
    superseded(old, 4);
    rig.kill();
    successor.beats.clear();
    start(PretendInvestigator.quick(), old);
    superseded(old, 4);
  }

  private static void superseded(PretendCoordinator old, long epoch) {
    var offers = offers(old, offer("logs", 1, epoch));
    var refused = assertThrows(RefusedException.class, () -> old.ask(Verb.OFFER, offers));
    assertEquals(Refusal.SUPERSEDED, refused.code());
    assertEquals("the epoch 4 of run-1 is over: it is led in 5", refused.getMessage());
    var collect = new Collect(RUN, epoch, old.session);
    assertEquals(
        Refusal.SUPERSEDED,
        assertThrows(RefusedException.class, () -> old.ask(Verb.COLLECT, collect)).code());
    var close = new Close(RUN, epoch);
    assertEquals(
        Refusal.SUPERSEDED,
        assertThrows(RefusedException.class, () -> old.ask(Verb.CLOSE, close)).code());
  }

  @Test
  void an_outcome_that_nobody_acknowledged_is_delivered_by_the_next_instance() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    coordinator.receipts =
        _ -> Future.failedFuture(new RefusedException(Refusal.UNAVAILABLE, "not now"));
    start(PretendInvestigator.quick(), coordinator);
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1)));
    var first = coordinator.deliveries.poll(10, SECONDS);
    rig.awaitWritten();
    rig.kill();
    start(PretendInvestigator.quick(), coordinator);
    var second = coordinator.deliveries.poll(10, SECONDS);
    assertEquals(first, second);
  }

  @Test
  void a_successor_collects_what_there_is_and_gets_every_outcome_anew() throws Exception {
    var old = rig.coordinator("hq", "s1");
    var never = new CountDownLatch(1);
    start(PretendInvestigator.waiting(never), old);
    var _ = old.ask(Verb.OFFER, offers(old, offer("gone", 1, 1)));
    rig.kill();
    var open = new CountDownLatch(1);
    var waiting = PretendInvestigator.waiting(open);
    start(
        (order, progress) ->
            order.attempt().equals(attempt("logs", 1))
                ? PretendInvestigator.completed(order)
                : waiting.work(order, progress),
        old);
    var _ = old.ask(Verb.OFFER, offers(old, offer("logs", 1, 1), offer("time", 1, 1)));
    assertTrue(old.deliveries.poll(10, SECONDS) != null);
    var _ = waiting.awaitArrival();
    var successor = rig.coordinator("hq-2", "s2");
    rig.time.advance(java.time.Duration.ofSeconds(2));
    assertTrue(successor.beats.poll(10, SECONDS) != null);
    var holdings = successor.ask(Verb.COLLECT, new Collect(RUN, 2, "s2"));
    assertEquals(
        new Holdings(
            List.of(attempt("time", 1)), List.of(attempt("logs", 1)), List.of(attempt("gone", 1))),
        holdings);
    var delivery = successor.deliveries.poll(10, SECONDS);
    assertEquals(2, delivery.epoch());
    assertInstanceOf(Outcome.Completed.class, delivery.outcome());
    open.countDown();
    assertEquals(
        AgentRig.subtask("time").id(), successor.deliveries.poll(10, SECONDS).outcome().subtask());
    assertTrue(old.deliveries.isEmpty());
    never.countDown();
  }

  @Test
  void a_closed_run_is_forgotten_and_never_opened_again() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    start(PretendInvestigator.quick(), coordinator);
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1)));
    assertTrue(coordinator.deliveries.poll(10, SECONDS) != null);
    var _ = coordinator.ask(Verb.CLOSE, new Close(RUN, 1));
    rig.kill();
    start(PretendInvestigator.quick(), coordinator);
    var no =
        assertThrows(
            RefusedException.class, () -> coordinator.ask(Verb.COLLECT, new Collect(RUN, 1, "s1")));
    assertEquals(Refusal.TOO_LATE, no.code());
    var answers = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 2, 1)));
    assertEquals(
        "the run is closed",
        assertInstanceOf(Answer.Refused.class, answers.answers().getFirst()).reason());
    assertTrue(coordinator.deliveries.isEmpty());
  }

  @Test
  void a_damaged_ledger_lets_nothing_new_begin_and_says_why() throws Exception {
    var coordinator = rig.coordinator("hq", "s1");
    start(PretendInvestigator.quick(), coordinator);
    var _ = coordinator.ask(Verb.OFFER, offers(coordinator, offer("logs", 1, 1)));
    assertTrue(coordinator.deliveries.poll(10, SECONDS) != null);
    rig.kill();
    var file = folder.resolve("ledger.log");
    Files.writeString(file, Files.readString(file).replaceFirst("run-1", "run-7"));
    start(PretendInvestigator.quick(), coordinator);
    var answers = coordinator.ask(Verb.OFFER, offers(coordinator, offer("time", 1, 1)));
    var refused = assertInstanceOf(Answer.Refused.class, answers.answers().getFirst());
    assertTrue(refused.reason().startsWith("could not trust the ledger of this agent"));
    assertEquals(Cause.OVERLOADED, refused.cause());
  }
}
