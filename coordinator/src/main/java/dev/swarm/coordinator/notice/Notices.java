package dev.swarm.coordinator.notice;

import dev.swarm.coordinator.Precedence;
import dev.swarm.coordinator.Timers;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.coordinator.store.Registration;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Tells destinations what runs have changed. What is to be told is read from the lives of findings,
 * which are on disk; so a process that dies at any point tells it after its restart, and what is in
 * the outbox is not told again. Only where a process dies between an answer and noting it is a
 * digest sent twice, under the same id. Of coordinators that hear each other only the first tells.
 * Everything happens on the desk, one thing after the other.
 */
public final class Notices implements AutoCloseable {
  /** A run takes in many findings at once. */
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** Others are heard by then, if there are any. */
  private static final Duration LISTENING = Duration.ofSeconds(5);

  /** After that the first has told it, or tells it when it is back. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  /** A letter that nobody has taken by then is given up. */
  private static final Duration TRIED = Duration.ofHours(24);

  private final Parts parts;
  private final Courier courier;
  private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
  private final Outbox outbox;
  private final Set<String> underWay = new HashSet<>();
  private Optional<Registration> registration = Optional.empty();
  private Optional<Timers.Cancellable> tick = Optional.empty();
  private Instant waking = Instant.MAX;
  private String trouble = "";
  private boolean fresh = true;
  private boolean stirred = true;
  private boolean closed;

  /**
   * What it is made of.
   *
   * @param folder where the outbox is kept
   * @param coordinator our name, as it is told
   * @param version of swarm
   * @param desk one thread, which may block
   * @param told hears what people may want to know, a line at a time
   */
  public record Parts(
      List<Destination> destinations,
      Path folder,
      Lives lives,
      Supplier<Precedence> rank,
      String coordinator,
      String version,
      Timers timers,
      Executor desk,
      Consumer<String> told) {
    public Parts {
      destinations = List.copyOf(destinations);
    }
  }

  private Notices(Parts parts, Courier courier) {
    this.parts = parts;
    this.courier = courier;
    this.outbox = new Outbox(parts.folder());
  }

  /**
   * Begins to tell what happens from now on, and what happened since it was here last.
   *
   * @throws OutboxException if the outbox cannot be used
   */
  public static Notices open(Parts parts) {
    return open(parts, new Courier(Duration.ofSeconds(10), parts.timers()::now, parts.version()));
  }

  static Notices open(Parts parts, Courier courier) {
    var notices = new Notices(parts, courier);
    parts.desk().execute(notices::begin);
    return notices;
  }

  private void begin() {
    var now = parts.timers().now();
    parts
        .destinations()
        .forEach(to -> {
          var _ = outbox.since(to.name(), now);
        });
    outbox.forget(now);
    registration = Optional.of(parts.lives().onChange(_ -> parts.desk().execute(this::stirred)));
    wakeIn(LISTENING);
  }

  private void stirred() {
    stirred = true;
    wakeIn(SETTLING);
  }

  private void tick() {
    if (closed) {
      return;
    }
    try {
      if (stirred) {
        collect();
      }
      parts.destinations().forEach(this::deliver);
      trouble = "";
    } catch (RuntimeException e) {
      trouble(String.valueOf(e.getMessage()));
    } finally {
      wakeIn(LONGEST);
    }
  }

  /** Told once, however often it is tried again. */
  private void trouble(String now) {
    if (!now.equals(trouble)) {
      parts.told().accept("could not tell what has changed: " + now);
    }
    trouble = now;
  }

  private void collect() {
    var now = parts.timers().now();
    var rank = parts.rank().get();
    var runs =
        parts.lives().turns().stream()
            .filter(turn -> turn.at().isAfter(now.minus(Outbox.KEPT)))
            .collect(Collectors.groupingBy(Turn::run, LinkedHashMap::new, Collectors.toList()));
    boolean open = false;
    for (var to : parts.destinations()) {
      var since = outbox.since(to.name(), now);
      for (var run : runs.entrySet()) {
        var at = run.getValue().getLast().at();
        if (!at.isBefore(since) && !outbox.knows(to.name(), run.getKey())) {
          open |= !entered(to, run, at, now, rank);
        }
      }
    }
    stirred = open;
    fresh = false;
  }

  /** Whether it is known by now what becomes of it. */
  private boolean entered(
      Destination to, Map.Entry<RunId, List<Turn>> run, Instant at, Instant now, Precedence rank) {
    boolean late = Duration.between(at, now).compareTo(GRACE) > 0;
    if (late && (rank == Precedence.BEHIND || (rank == Precedence.FIRST && fresh))) {
      outbox.add(to.name(), run.getKey(), at, Optional.empty(), Outbox.State.PASSED);
      return true;
    }
    if (rank == Precedence.BEHIND) {
      return false;
    }
    var digest =
        new Digests(parts.coordinator(), parts.lives().all())
            .of(run.getKey(), at, run.getValue(), to)
            .map(made -> body(made, to.form()));
    var state = digest.isPresent() ? Outbox.State.WAITING : Outbox.State.EMPTY;
    outbox.add(to.name(), run.getKey(), at, digest, state);
    return true;
  }

  private static String body(Digest digest, Form form) {
    return switch (form) {
      case JSON -> Wire.encode(digest);
      case SLACK -> Wire.encode(Slack.of(digest));
    };
  }

  private void deliver(Destination to) {
    var now = parts.timers().now();
    var letter = outbox.waiting(to.name());
    if (letter.isEmpty() || underWay.contains(to.name())) {
      return;
    }
    if (letter.get().at().isBefore(now.minus(TRIED))) {
      gaveUp(to, letter.get(), Outbox.State.EXPIRED, "nobody has taken it for a day");
      wakeIn(SETTLING);
    } else if (letter.get().next().isAfter(now)) {
      wakeIn(Duration.between(now, letter.get().next()));
    } else {
      boolean _ = underWay.add(to.name());
      var _ =
          courier
              .carry(letter.get(), to.address())
              .thenAccept(reply -> parts.desk().execute(() -> replied(to, letter.get(), reply)));
    }
  }

  private void replied(Destination to, Letter letter, Reply reply) {
    boolean _ = underWay.remove(to.name());
    if (closed) {
      return;
    }
    switch (reply) {
      case Reply.Taken _ -> {
        outbox.done(letter, Outbox.State.SENT);
        wakeIn(Duration.ZERO);
      }
      case Reply.Refused(var reason) -> {
        gaveUp(to, letter, Outbox.State.REFUSED, reason);
        wakeIn(SETTLING);
      }
      case Reply.Later(var reason, var wait) -> {
        var delay = backoff.after(letter.attempts(), wait);
        outbox.again(letter.again(parts.timers().now().plus(delay)));
        if (letter.attempts() == 0) {
          parts.told().accept(said(to, letter, reason + "; trying again for a day"));
        }
        wakeIn(delay);
      }
    }
  }

  private void gaveUp(Destination to, Letter letter, Outbox.State state, String reason) {
    outbox.done(letter, state);
    parts.told().accept(said(to, letter, reason + "; given up, swarm show has what it said"));
  }

  private static String said(Destination to, Letter letter, String reason) {
    return "could not tell "
        + to.name()
        + " at "
        + to.address()
        + " of run "
        + letter.run()
        + ": "
        + reason;
  }

  /** Whether no answer is waited for; asked on the desk. */
  boolean idle() {
    return underWay.isEmpty();
  }

  /** Sooner than it would be otherwise, never later. */
  private void wakeIn(Duration delay) {
    if (closed) {
      return;
    }
    var at = parts.timers().now().plus(delay);
    if (tick.isPresent() && !at.isBefore(waking)) {
      return;
    }
    tick.ifPresent(Timers.Cancellable::cancel);
    waking = at;
    tick = Optional.of(parts.timers().after(delay, () -> parts.desk().execute(this::woken)));
  }

  private void woken() {
    tick = Optional.empty();
    tick();
  }

  /** Tells nothing any more; what waits is told by whoever opens the folder next. */
  @Override
  public void close() {
    parts
        .desk()
        .execute(() -> {
          closed = true;
          tick.ifPresent(Timers.Cancellable::cancel);
          registration.ifPresent(Registration::close);
          courier.close();
          outbox.close();
        });
  }
}
