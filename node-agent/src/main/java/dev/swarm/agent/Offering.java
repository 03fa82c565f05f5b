package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.protocol.Answer;
import dev.swarm.protocol.Answers;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Offers;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Answers offers: what is taken is on disk before anybody hears that it is, one write for all that
 * came together, and begins then. On the desk only.
 */
final class Offering {
  private final Admission admission;
  private final Books books;
  private final Hand hand;
  private final InstantSource wall;
  private final InstantSource steady;
  private final Consumer<Order> begin;
  private final Consumer<Piece> again;

  /**
   * Over the desk's books.
   *
   * @param begin works an order
   * @param again delivers an outcome again, for whoever offers what has ended does not have it
   */
  Offering(
      Admission admission,
      Books books,
      Hand hand,
      InstantSource wall,
      InstantSource steady,
      Consumer<Order> begin,
      Consumer<Piece> again) {
    this.admission = admission;
    this.books = books;
    this.hand = hand;
    this.wall = wall;
    this.steady = steady;
    this.begin = begin;
    this.again = again;
  }

  /** An offer and what was decided on it. */
  private record Judged(Offer offer, Admission.Verdict verdict) {}

  /**
   * Answers each of {@code offers}, whose runs' terms are in order.
   *
   * @param before entries that have to be on disk first
   */
  Future<Answers> take(Offers offers, String coordinator, int capacity, List<Entry> before) {
    var judged = new ArrayList<Judged>();
    var entries = new ArrayList<>(before);
    for (var offer : offers.offers()) {
      var verdict = admission.judge(offer, coordinator, capacity, steady.instant());
      if (verdict instanceof Admission.Verdict.Begin(var order, _)) {
        hand.take(order);
        entries.add(begun(order, wall.instant()));
      }
      judged.add(new Judged(offer, verdict));
    }
    return books
        .note(entries)
        .map(_ -> new Answers(judged.stream().map(this::written).toList()))
        .otherwise(
            trouble -> new Answers(judged.stream().map(one -> unwritten(one, trouble)).toList()));
  }

  private static Entry begun(Order order, Instant now) {
    return new Entry.Begun(order.run(), order.attempt(), now);
  }

  private Answer written(Judged judged) {
    return switch (judged.verdict()) {
      case Admission.Verdict.No(var answer) -> answer;
      case Admission.Verdict.Known(var piece) -> {
        if (!hand.has(piece)) {
          again.accept(piece);
        }
        yield accepted(judged, "");
      }
      case Admission.Verdict.Begin(var order, var cut) -> {
        begin.accept(order);
        yield accepted(judged, cut);
      }
    };
  }

  private Answer unwritten(Judged judged, Throwable trouble) {
    return switch (judged.verdict()) {
      case Admission.Verdict.No(var answer) -> answer;
      case Admission.Verdict.Known(var piece) ->
          hand.has(piece)
              ? accepted(judged, "")
              : admission.unwritten(judged.offer(), trouble.getMessage());
      case Admission.Verdict.Begin(var order, _) -> {
        boolean _ = hand.drop(Piece.of(order));
        yield admission.unwritten(judged.offer(), trouble.getMessage());
      }
    };
  }

  private static Answer accepted(Judged judged, String cut) {
    return new Answer.Accepted(judged.offer().subtask().id(), judged.offer().attempt(), cut);
  }
}
