package dev.swarm.agent.ledger;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an agent remembers of one run. One thread at a time. */
public final class RunMemory {
  private final RunId run;
  private final Map<Attempt, Instant> begun = new LinkedHashMap<>();
  private final Map<Attempt, Kept> kept = new LinkedHashMap<>();
  private long epoch;
  private String session = "";
  private Instant touched = Instant.EPOCH;
  private boolean closed;

  RunMemory(RunId run) {
    this.run = run;
  }

  /** The highest term seen; 0 before any was. */
  public long epoch() {
    return epoch;
  }

  /** Whose the run's outcomes are; empty before anybody led it. */
  public String session() {
    return session;
  }

  public boolean closed() {
    return closed;
  }

  /** When something last happened in it. */
  Instant touched() {
    return touched;
  }

  /** Whether this attempt was begun here, by this instance or an earlier one. */
  public boolean hasBegun(Attempt attempt) {
    return begun.containsKey(attempt) || kept.containsKey(attempt);
  }

  /** Attempts that were begun and of which no outcome is known. */
  public List<Attempt> open() {
    return begun.keySet().stream().filter(attempt -> !kept.containsKey(attempt)).toList();
  }

  /** The outcomes that wait for the run to be closed. */
  public Map<Attempt, Kept> kept() {
    return Collections.unmodifiableMap(kept);
  }

  void led(Entry.Led led) {
    if (led.epoch() >= epoch) {
      epoch = led.epoch();
      session = led.session();
    }
    touch(led.at());
  }

  void begun(Attempt attempt, Instant at) {
    begun.put(attempt, at);
    touch(at);
  }

  void ended(Entry.Ended ended) {
    var attempt = new Attempt(ended.outcome().subtask(), ended.outcome().attempt());
    if (!closed) {
      kept.putIfAbsent(attempt, new Kept(ended.outcome(), ended.at(), false));
    }
    touch(ended.at());
  }

  void receipted(Attempt attempt) {
    var _ = kept.computeIfPresent(attempt, (_, one) -> one.done());
  }

  /** Whoever offers something of it again is too late. */
  void close(Instant at) {
    closed = true;
    begun.clear();
    kept.clear();
    touch(at);
  }

  /** Gives up outcomes from before; that their attempts were begun stays. */
  void giveUp(Instant before) {
    kept.values().removeIf(one -> one.at().isBefore(before));
  }

  private void touch(Instant at) {
    touched = at.isAfter(touched) ? at : touched;
  }

  /** The entries that make this memory anew. */
  List<Entry> entries() {
    var all = new ArrayList<Entry>();
    all.add(new Entry.Led(run, Math.max(1, epoch), session, touched));
    begun.forEach((attempt, at) -> all.add(new Entry.Begun(run, attempt, at)));
    kept.forEach((attempt, one) -> {
      all.add(new Entry.Ended(run, one.outcome(), one.at()));
      if (one.receipted()) {
        all.add(new Entry.Receipted(run, attempt));
      }
    });
    if (closed) {
      all.add(new Entry.Closed(run, touched));
    }
    return all;
  }
}
