package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.agent.ledger.Kept;
import dev.swarm.bus.Door;
import dev.swarm.bus.RefusedException;
import dev.swarm.bus.To;
import dev.swarm.protocol.Delivery;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Verb;
import io.vertx.core.AsyncResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Delivers outcomes to whoever leads their run, again and again until there is a receipt, the run
 * is closed, or nobody asked for a day. On the desk only.
 *
 * <p>Only a sealed answer ends it: silence, and anything that bears no seal, says nothing.
 */
final class Courier {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final String node;
  private final Door door;
  private final Desk desk;
  private final Books books;
  private final Map<Piece, Errand> errands = new LinkedHashMap<>();
  private Runnable idle = () -> {};

  Courier(String node, Door door, Desk desk, Books books) {
    this.node = node;
    this.door = door;
    this.desk = desk;
    this.books = books;
  }

  /** One outcome on its way; a new one takes its place when the run's leader changes. */
  private static final class Errand {
    final Piece piece;
    final List<Event> news;
    Duration pause = FIRST_PAUSE;

    Errand(Piece piece, List<Event> news) {
      this.piece = piece;
      this.news = news;
    }
  }

  boolean isIdle() {
    return errands.isEmpty();
  }

  /** {@code action} is called whenever nothing is on its way any more. */
  void whenIdle(Runnable action) {
    idle = action;
  }

  /** Brings an outcome home that the memory has. */
  void deliver(Piece piece) {
    var before = Optional.ofNullable(errands.get(piece));
    deliver(piece, before.map(errand -> errand.news).orElse(List.of()));
  }

  /** Brings an outcome home that the memory has, and with it what led to it. */
  void deliver(Piece piece, List<Event> news) {
    var errand = new Errand(piece, news);
    errands.put(piece, errand);
    go(errand);
  }

  /** Brings everything of {@code run} to whoever leads it now, what others have included. */
  void deliverAgain(RunId run) {
    books
        .memory()
        .run(run)
        .ifPresent(one ->
            List.copyOf(one.kept().keySet()).forEach(attempt -> deliver(new Piece(run, attempt))));
  }

  /** Brings home what earlier instances, or a bus of before, could not. */
  void resume() {
    for (var run : List.copyOf(books.memory().runs().keySet())) {
      books
          .memory()
          .run(run)
          .orElseThrow()
          .kept()
          .forEach((attempt, kept) -> {
            if (!kept.receipted()) {
              deliver(new Piece(run, attempt));
            }
          });
    }
  }

  private void go(Errand errand) {
    var kept = outcome(errand.piece);
    if (!isCurrent(errand)) {
      return;
    }
    if (kept.isEmpty()) {
      end(errand);
      return;
    }
    var run = books.memory().run(errand.piece.run()).orElseThrow();
    var delivery =
        new Delivery(errand.piece.run(), node, run.epoch(), kept.get().outcome(), errand.news);
    var _ =
        desk.bring(door.ask(Verb.OUTCOME, To.coordinator(run.session()), delivery, PATIENCE))
            .onComplete(answer -> answered(errand, answer));
  }

  private void answered(Errand errand, AsyncResult<Receipt> answer) {
    if (!isCurrent(errand)) {
      return;
    }
    if (answer.succeeded() || isFinal(answer.cause())) {
      receipted(errand);
    } else {
      var pause = errand.pause;
      errand.pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      var _ = desk.after(pause, () -> go(errand));
    }
  }

  private void receipted(Errand errand) {
    var receipted = new Entry.Receipted(errand.piece.run(), errand.piece.attempt());
    books.foresee(receipted);
    // should it not get to disk, the next instance delivers once too often, and nothing is lost
    var _ = books.note(List.of(receipted));
    end(errand);
  }

  private void end(Errand errand) {
    errands.remove(errand.piece);
    if (errands.isEmpty()) {
      idle.run();
    }
  }

  private static boolean isFinal(Throwable failure) {
    return failure instanceof RefusedException refused
        && (refused.code() == Refusal.NONSENSE || refused.code() == Refusal.TOO_LATE);
  }

  private boolean isCurrent(Errand errand) {
    return errand.equals(errands.get(errand.piece));
  }

  /** Closed runs, and outcomes that were given up, have nothing to deliver. */
  private Optional<Kept> outcome(Piece piece) {
    return books
        .memory()
        .run(piece.run())
        .flatMap(run -> Optional.ofNullable(run.kept().get(piece.attempt())));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
