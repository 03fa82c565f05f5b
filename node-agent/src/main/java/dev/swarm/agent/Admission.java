package dev.swarm.agent;

import dev.swarm.agent.ledger.RunMemory;
import dev.swarm.agent.policy.Policy;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Subtask;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of an offer whose run's term is in order. On the desk only. */
final class Admission {
  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration LATER = Duration.ofSeconds(5);
  private static final Duration RESTART = Duration.ofSeconds(1);
  private static final Duration NEVER = Duration.ZERO;

  private final String node;
  private final Policy policy;
  private final Books books;
  private final Hand hand;
  private final Rate hourly;
  private boolean leaving;

  Admission(String node, Policy policy, Books books, Hand hand) {
    this.node = node;
    this.policy = policy;
    this.books = books;
    this.hand = hand;
    this.hourly = new Rate(policy.subtasksAnHour(), Duration.ofHours(1));
  }

  /** What is decided. */
  sealed interface Verdict {
    /** It is to be worked, once that is on disk. */
    record Begin(Order order, String cut) implements Verdict {}

    /** It is known: it was taken before, and its outcome comes, or comes again. */
    record Known(Piece piece) implements Verdict {}

    record No(Answer answer) implements Verdict {}
  }

  /** Takes nothing from now on. */
  void leave() {
    leaving = true;
  }

  boolean isLeaving() {
    return leaving;
  }

  /**
   * Decides; an offer that is to begin counts as begun.
   *
   * @param now on the steady clock
   */
  Verdict judge(Offer offer, String coordinator, int capacity, Instant now) {
    var order = order(offer, coordinator);
    var piece = Piece.of(order);
    if (hand.has(piece) || kept(piece)) {
      return new Verdict.Known(piece);
    }
    return refusal(offer, piece, capacity, now)
        .<Verdict>map(Verdict.No::new)
        .orElseGet(() -> {
          hourly.count(now);
          return new Verdict.Begin(order, policy.cut(offer.subtask().budget()).said());
        });
  }

  private Optional<Answer> refusal(Offer offer, Piece piece, int capacity, Instant now) {
    if (!offer.subtask().node().equals(node)) {
      return refused(offer, Cause.REFUSED, "this node is " + node, NEVER);
    }
    if (run(piece).filter(RunMemory::closed).isPresent()) {
      return refused(offer, Cause.REFUSED, "the run is closed", NEVER);
    }
    if (books.memory().hasBegun(piece.run(), piece.attempt())) {
      return refused(
          offer,
          Cause.LOST,
          "this attempt was begun by an earlier instance of the agent, and is gone with it",
          NEVER);
    }
    return policy
        .refusal(offer.subtask())
        .map(reason -> answer(offer, Cause.REFUSED, reason, NEVER))
        .or(() -> noRoom(offer, capacity, now));
  }

  private Optional<Answer> noRoom(Offer offer, int capacity, Instant now) {
    if (leaving) {
      return refused(offer, Cause.OVERLOADED, "this agent is leaving", RESTART);
    }
    if (hand.size() >= capacity) {
      return refused(offer, Cause.OVERLOADED, "works " + hand.size() + " subtasks already", SOON);
    }
    return books
        .trouble()
        .map(trouble -> answer(offer, Cause.OVERLOADED, trouble, LATER))
        .or(() -> hourly.wait(now).map(wait -> hourly(offer, wait)));
  }

  private Answer hourly(Offer offer, Duration wait) {
    return answer(
        offer,
        Cause.REFUSED,
        "this node's policy.most-subtasks-an-hour is " + policy.subtasksAnHour(),
        wait);
  }

  /** What could not be written down is not begun, and may be offered again. */
  Answer unwritten(Offer offer, String trouble) {
    return answer(offer, Cause.OVERLOADED, trouble, LATER);
  }

  private static Optional<Answer> refused(
      Offer offer, Cause cause, String reason, Duration retryAfter) {
    return Optional.of(answer(offer, cause, reason, retryAfter));
  }

  private static Answer answer(Offer offer, Cause cause, String reason, Duration retryAfter) {
    return new Answer.Refused(offer.subtask().id(), offer.attempt(), cause, reason, retryAfter);
  }

  private boolean kept(Piece piece) {
    return run(piece).filter(run -> run.kept().containsKey(piece.attempt())).isPresent();
  }

  private Optional<RunMemory> run(Piece piece) {
    return books.memory().run(piece.run());
  }

  private Order order(Offer offer, String coordinator) {
    var asked = offer.subtask();
    var left =
        new Subtask(
            asked.id(),
            asked.run(),
            asked.node(),
            asked.area(),
            asked.checks(),
            policy.cut(asked.budget()).budget(),
            asked.question());
    return new Order(new Offer(left, offer.attempt(), offer.epoch()), coordinator);
  }
}
