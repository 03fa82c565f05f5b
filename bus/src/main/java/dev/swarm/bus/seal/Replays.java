package dev.swarm.bus.seal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * Remembers which messages have been here, by the sender's process and its serial number, in
 * bounded memory. What it cannot tell any more counts as having been here. Any thread.
 *
 * <p>Of each process the newest serials are known one by one, as far back as the window reaches;
 * all below are old.
 */
public final class Replays {
  /** Serials back from a process's newest; messages of one process come nearly in order. */
  public static final int WINDOW = 1024;

  /** Some 250 bytes each. */
  public static final int PROCESSES = 65_536;

  private final int window;
  private final int processes;
  private final long kept;
  private final LongSupplier nanos;

  /** The one that was heard last stands last. */
  private final SequencedMap<String, Past> pasts = new LinkedHashMap<>();

  /** Remembers processes for good: for messages whose freshness does not end, as of a session. */
  public Replays() {
    this(WINDOW, PROCESSES, Duration.ofNanos(Long.MAX_VALUE), () -> 0);
  }

  /**
   * Remembers as much as is said.
   *
   * @param window serials per process, a multiple of 64
   * @param processes how many at most; a further one is not let in
   * @param kept after this time without a message a process may be forgotten to make room; nothing
   *     of it may be fresh any longer then
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public Replays(int window, int processes, Duration kept, LongSupplier nanos) {
    if (window < 64 || window % 64 != 0 || processes < 1) {
      throw new IllegalArgumentException("no window of " + window + " for " + processes);
    }
    this.window = window;
    this.processes = processes;
    this.kept = kept.toNanos();
    this.nanos = nanos;
  }

  /** What is known of one process. */
  private static final class Past {
    private final long[] seen;
    private long newest;
    private long at;

    Past(int window) {
      seen = new long[window / 64];
    }

    boolean has(long serial) {
      return serial <= newest - bits() || (serial <= newest && (word(serial) & bit(serial)) != 0);
    }

    void add(long serial, long now) {
      at = now;
      if (serial > newest) {
        forgetBetween(newest, serial);
        newest = serial;
      }
      seen[index(serial)] |= bit(serial);
    }

    /** The window moves: what falls out of it leaves its place to the serials to come. */
    private void forgetBetween(long before, long serial) {
      long from = Math.max(before + 1, serial - bits() + 1);
      for (long passed = from; passed < serial; passed++) {
        seen[index(passed)] &= ~bit(passed);
      }
    }

    private int bits() {
      return seen.length * 64;
    }

    private long word(long serial) {
      return seen[index(serial)];
    }

    private int index(long serial) {
      return (int) ((serial % bits()) / 64);
    }

    private static long bit(long serial) {
      return 1L << (serial % 64);
    }
  }

  /** Whether it was here, or must be taken for one that was. Remembers nothing. */
  public synchronized boolean seen(String process, long serial) {
    var past = pasts.get(process);
    return serial < 1 || (past != null && past.has(serial));
  }

  /**
   * Remembers it.
   *
   * @return whether it was not here before, as far as can be told; false also where there is no
   *     room for a further process
   */
  public synchronized boolean first(String process, long serial) {
    if (seen(process, serial) || (!pasts.containsKey(process) && !room())) {
      return false;
    }
    var past = Optional.ofNullable(pasts.remove(process)).orElseGet(() -> new Past(window));
    past.add(serial, nanos.getAsLong());
    pasts.putLast(process, past);
    return true;
  }

  private boolean room() {
    if (pasts.size() < processes) {
      return true;
    }
    var eldest = pasts.firstEntry();
    if (nanos.getAsLong() - eldest.getValue().at <= kept) {
      return false;
    }
    var _ = pasts.pollFirstEntry();
    return true;
  }
}
