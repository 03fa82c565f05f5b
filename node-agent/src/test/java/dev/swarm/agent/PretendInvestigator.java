package dev.swarm.agent;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Works whatever comes as a test wants it, and keeps what it was given. */
final class PretendInvestigator implements Investigator {
  /** Every order that was ever begun, in the order begun. */
  final List<Order> begun = new CopyOnWriteArrayList<>();

  private final BlockingQueue<Order> arrivals = new LinkedBlockingQueue<>();
  private volatile Investigator how = (order, _) -> completed(order);

  /** Ends each order at once. */
  static PretendInvestigator quick() {
    return new PretendInvestigator();
  }

  static PretendInvestigator doing(Investigator how) {
    var made = new PretendInvestigator();
    made.how = how;
    return made;
  }

  /** Waits within each order until {@code open}; an interrupted one says what it knows. */
  static PretendInvestigator waiting(CountDownLatch open) {
    return doing((order, _) -> {
      try {
        assertTrue(open.await(30, TimeUnit.SECONDS));
        return completed(order);
      } catch (InterruptedException _) {
        return new Outcome.Failed(
            order.attempt().subtask(),
            order.attempt().number(),
            dev.swarm.protocol.Cause.CANCELLED,
            "cancelled",
            Effort.NONE);
      }
    });
  }

  @Override
  public Outcome work(Order order, Consumer<Event> progress) {
    begun.add(order);
    arrivals.add(order);
    return how.work(order, progress);
  }

  Order awaitArrival() throws InterruptedException {
    var order = arrivals.poll(10, TimeUnit.SECONDS);
    assertTrue(order != null, "nothing was begun");
    return order;
  }

  static Outcome completed(Order order) {
    return new Outcome.Completed(
        order.attempt().subtask(),
        order.attempt().number(),
        "playbook",
        List.of(),
        List.of(),
        List.of(),
        Effort.NONE);
  }
}
