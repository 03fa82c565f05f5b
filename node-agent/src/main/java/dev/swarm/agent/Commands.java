package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.agent.ledger.RunMemory;
import dev.swarm.bus.Received;
import dev.swarm.bus.RefusedException;
import dev.swarm.protocol.Answers;
import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.Cancel;
import dev.swarm.protocol.Close;
import dev.swarm.protocol.Collect;
import dev.swarm.protocol.Holdings;
import dev.swarm.protocol.Noted;
import dev.swarm.protocol.Offers;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What coordinators command about runs, each in its term: whoever leads in a lower one than was
 * seen is told so and changes nothing. On the desk only.
 */
final class Commands {
  /** Far more than speak to a node at a time; those that were silent longest are forgotten. */
  private static final int PROCESSES = 1_000;

  private final Books books;
  private final Hand hand;
  private final Offering offering;
  private final Working working;
  private final Courier courier;
  private final InstantSource wall;

  /** By the running process that a message's seal shows. */
  private final SequencedMap<String, String> sessions = new LinkedHashMap<>();

  Commands(
      Books books,
      Hand hand,
      Offering offering,
      Working working,
      Courier courier,
      InstantSource wall) {
    this.books = books;
    this.hand = hand;
    this.offering = offering;
    this.working = working;
    this.courier = courier;
    this.wall = wall;
  }

  /** The process calls itself by this session. */
  void introduced(String process, String session) {
    sessions.putLast(process, session);
    if (sessions.size() > PROCESSES) {
      var _ = sessions.pollFirstEntry();
    }
  }

  Future<Answers> offered(Received<Offers> received, int capacity) {
    var offers = received.message();
    introduced(received.from().process(), offers.session());
    var terms = new ArrayList<Entry>();
    for (var offer : offers.offers()) {
      var superseded = superseded(offer.subtask().run(), offer.epoch());
      if (superseded.isPresent()) {
        return Future.failedFuture(superseded.get());
      }
      led(offer.subtask().run(), offer.epoch(), offers.session()).ifPresent(terms::add);
    }
    return offering.take(offers, received.from().name(), capacity, terms);
  }

  /** Only who leads a run may stop it; a process that was never heard of leads none. */
  Future<Noted> cancelled(Received<Cancel> received) {
    var run = received.message().run();
    var led = books.memory().run(run);
    var session = Optional.ofNullable(sessions.get(received.from().process()));
    if (led.isPresent() && session.filter(led.get().session()::equals).isEmpty()) {
      return Future.failedFuture(
          new RefusedException(Refusal.SUPERSEDED, "another coordinator leads " + run));
    }
    // what was accepted just now begins when it is on disk
    return books
        .note(List.of())
        .otherwiseEmpty()
        .map(_ -> {
          working.interrupt(run);
          return new Noted();
        });
  }

  Future<Noted> closed(Close close) {
    var superseded = superseded(close.run(), close.epoch());
    if (superseded.isPresent()) {
      return Future.failedFuture(superseded.get());
    }
    var session = books.memory().run(close.run()).map(RunMemory::session).orElse("");
    var entries = new ArrayList<Entry>();
    led(close.run(), close.epoch(), session).ifPresent(entries::add);
    entries.add(new Entry.Closed(close.run(), wall.instant()));
    return noted(entries)
        .map(_ -> {
          working.interrupt(close.run());
          return new Noted();
        });
  }

  Future<Holdings> collected(Received<Collect> received) {
    var collect = received.message();
    var superseded = superseded(collect.run(), collect.epoch());
    if (superseded.isPresent()) {
      return Future.failedFuture(superseded.get());
    }
    if (books.memory().run(collect.run()).filter(RunMemory::closed).isPresent()) {
      // whoever asks has an old copy of a run that another has brought to its end
      return Future.failedFuture(
          new RefusedException(Refusal.TOO_LATE, "run " + collect.run() + " is closed"));
    }
    introduced(received.from().process(), collect.session());
    var entries = new ArrayList<Entry>();
    led(collect.run(), collect.epoch(), collect.session()).ifPresent(entries::add);
    return noted(entries)
        .map(_ -> {
          courier.deliverAgain(collect.run());
          return holdings(collect.run());
        });
  }

  private Future<Void> noted(List<Entry> entries) {
    return books
        .note(entries)
        .recover(trouble ->
            Future.failedFuture(new RefusedException(Refusal.UNAVAILABLE, trouble.getMessage())));
  }

  private Holdings holdings(RunId run) {
    var running = hand.attempts(run);
    var begun =
        books.memory().run(run).map(RunMemory::open).orElse(List.of()).stream()
            .filter(attempt -> !running.contains(attempt))
            .toList();
    return new Holdings(running, kept(run), begun);
  }

  private List<Attempt> kept(RunId run) {
    return books.memory().run(run).map(one -> List.copyOf(one.kept().keySet())).orElse(List.of());
  }

  private Optional<RefusedException> superseded(RunId run, long epoch) {
    long highest = books.memory().epoch(run);
    return epoch >= highest
        ? Optional.empty()
        : Optional.of(
            new RefusedException(
                Refusal.SUPERSEDED,
                "the epoch " + epoch + " of " + run + " is over: it is led in " + highest));
  }

  /** Fences lower terms at once; what is to be written for it, if that says anything new. */
  private Optional<Entry> led(RunId run, long epoch, String session) {
    var known = books.memory().run(run);
    boolean same =
        known.filter(one -> one.epoch() == epoch && one.session().equals(session)).isPresent();
    if (same && books.isWritten(run)) {
      return Optional.empty();
    }
    var led = new Entry.Led(run, epoch, session, wall.instant());
    books.lead(led);
    return Optional.of(led);
  }
}
