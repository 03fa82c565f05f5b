package dev.swarm.coordinator.schedule;

import dev.swarm.coordinator.Precedence;
import dev.swarm.coordinator.Timers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Starts audits when they fall due. A slot leads to one run at most; of several that were missed,
 * the newest is made up for and the others are counted. No schedule has two runs at once.
 *
 * <p>Of coordinators that hear each other only the first starts anything. One that is behind leaves
 * a slot open for a moment, in case the first is gone, and takes it as dealt with after that.
 * Everything happens on the desk, one thing after the other.
 */
public final class Schedules implements AutoCloseable {
  /** The wall clock may jump, and a machine may sleep: it is looked at no less often. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** How long a coordinator takes to be heard, and a successor to take over, with room to spare. */
  static final Duration GRACE = Duration.ofMinutes(2);

  /** Others are heard by then, if there are any. */
  private static final Duration LISTENING = Duration.ofSeconds(5);

  /** A slot further ahead than this was noted by a clock that was wrong. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private static final int COUNTED = 100_000;

  private final Parts parts;
  private final ScheduleBook book;
  private final Map<String, String> troubles = new HashMap<>();
  private List<ScheduleView> views = List.of();
  private Optional<Timers.Cancellable> tick = Optional.empty();
  private boolean fresh = true;
  private boolean closed;

  /**
   * What it is made of.
   *
   * @param folder where it keeps what has to be known after a restart
   * @param desk one thread, which may block
   * @param told hears what people may want to know, a line at a time
   */
  public record Parts(
      List<Schedule> schedules,
      Path folder,
      Starter starter,
      Supplier<Precedence> rank,
      Timers timers,
      Executor desk,
      Consumer<String> told) {
    public Parts {
      schedules = List.copyOf(schedules);
    }
  }

  private Schedules(Parts parts) {
    this.parts = parts;
    this.book = new ScheduleBook(parts.folder());
  }

  /**
   * Begins to watch the clock, in a moment.
   *
   * @throws java.io.UncheckedIOException if the folder cannot be read
   */
  public static Schedules open(Parts parts) {
    var schedules = new Schedules(parts);
    parts.desk().execute(schedules::begin);
    return schedules;
  }

  /** Every schedule as of now, by name. Any thread. */
  public synchronized List<ScheduleView> views() {
    return views;
  }

  private void begin() {
    for (var schedule : parts.schedules()) {
      if (!book.knows(schedule.name())) {
        kept(Kept.fresh(schedule.name(), now()));
      }
    }
    show();
    wakeIn(parts.schedules().isEmpty() ? LONGEST : LISTENING);
  }

  private void tick() {
    if (isClosed() || parts.schedules().isEmpty()) {
      return;
    }
    try {
      var rank = parts.rank().get();
      parts.schedules().forEach(schedule -> see(schedule, rank));
      fresh = false;
      show();
    } finally {
      wakeIn(untilNext());
    }
  }

  /** What goes wrong is told once; it is tried again at every look. */
  private void see(Schedule schedule, Precedence rank) {
    try {
      settle(schedule);
      look(schedule, rank);
      var _ = troubles.remove(schedule.name());
    } catch (RuntimeException e) {
      var trouble = "could not see to " + schedule.by() + ": " + e.getMessage();
      if (!trouble.equals(troubles.put(schedule.name(), trouble))) {
        parts.told().accept(trouble);
      }
    }
  }

  private void settle(Schedule schedule) {
    var kept = book.of(schedule.name());
    kept.last()
        .filter(Kept.Last::running)
        .flatMap(last -> parts.starter().ending(schedule, last.run().orElseThrow()))
        .ifPresent(how -> kept(kept.ended(how)));
  }

  private void look(Schedule schedule, Precedence rank) {
    var now = now();
    var kept = book.of(schedule.name());
    if (kept.done().isAfter(now.plus(AHEAD))) {
      kept = new Kept(kept.name(), now, kept.last(), kept.missed());
      kept(kept);
    }
    var slot = schedule.dueBy(now);
    if (!slot.isAfter(kept.done())) {
      return;
    }
    var found = parts.starter().found(schedule, slot);
    boolean late = Duration.between(schedule.due(slot), now).compareTo(GRACE) > 0;
    if (found.isPresent()) {
      kept(kept.ran(slot, 0, found.get().run(), found.get().at()));
    } else if (late && (rank == Precedence.BEHIND || (rank == Precedence.FIRST && fresh))) {
      kept(kept.passed(slot));
    } else if (rank != Precedence.BEHIND) {
      take(schedule, kept, slot, late);
    }
  }

  private void take(Schedule schedule, Kept kept, Instant slot, boolean late) {
    long between = between(schedule, kept.done(), slot);
    if (kept.last().filter(Kept.Last::running).isPresent()) {
      skip(schedule, kept, slot, between + 1, "the run before it is still under way");
    } else if (late && !schedule.catchUp()) {
      skip(schedule, kept, slot, between + 1, "its time was over when it could have started");
    } else {
      start(schedule, kept, slot, between);
    }
  }

  private void start(Schedule schedule, Kept kept, Instant slot, long between) {
    try {
      var run = parts.starter().start(schedule, () -> parts.desk().execute(this::ended));
      kept(kept.ran(slot, between, run, now()));
      parts.told().accept(schedule.by() + " started run " + run + missed(between));
    } catch (IllegalStateException | IllegalArgumentException e) {
      skip(schedule, kept, slot, between + 1, String.valueOf(e.getMessage()));
    }
  }

  private static String missed(long between) {
    return between == 0 ? "" : "; it stands for " + between + " that were missed too";
  }

  private void skip(Schedule schedule, Kept kept, Instant slot, long slots, String reason) {
    kept(kept.skipped(slot, slots, now(), reason));
    parts.told().accept(schedule.by() + " started nothing: " + reason);
  }

  private void ended() {
    for (var schedule : parts.schedules()) {
      settle(schedule);
    }
    show();
  }

  private static long between(Schedule schedule, Instant done, Instant slot) {
    long count = 0;
    var each = schedule.when().next(done);
    while (each.isBefore(slot) && count < COUNTED) {
      count++;
      each = schedule.when().next(each);
    }
    return count;
  }

  private Duration untilNext() {
    var now = now();
    return parts.schedules().stream()
        .map(schedule -> schedule.due(schedule.when().next(schedule.dueBy(now))))
        .map(due -> Duration.between(now, due))
        .filter(until -> until.compareTo(LONGEST) < 0)
        .min(Duration::compareTo)
        .orElse(LONGEST);
  }

  private void wakeIn(Duration delay) {
    if (!isClosed()) {
      tick = Optional.of(parts.timers().after(delay, () -> parts.desk().execute(this::tick)));
    }
  }

  private void kept(Kept kept) {
    book.put(kept);
  }

  private Instant now() {
    return parts.timers().now();
  }

  private void show() {
    var now = now();
    shown(
        parts.schedules().stream()
            .map(schedule -> ScheduleView.of(schedule, book.of(schedule.name()), now))
            .toList());
  }

  private synchronized void shown(List<ScheduleView> now) {
    views = now;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Starts nothing any more; runs under way go on. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    parts.desk().execute(() -> tick.ifPresent(Timers.Cancellable::cancel));
  }
}
