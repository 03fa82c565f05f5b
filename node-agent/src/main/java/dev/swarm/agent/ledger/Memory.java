package dev.swarm.agent.ledger;

import dev.swarm.protocol.Attempt;
import dev.swarm.protocol.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sum of a ledger's entries. One thread at a time. */
public final class Memory {
  /** A run's term outlives it by this: no paused leader sleeps longer. */
  public static final Duration TERMS = Duration.ofDays(7);

  /** Nobody asks for an outcome later than this. */
  public static final Duration OUTCOMES = Duration.ofHours(24);

  /** Twice what two clocks may differ when a roll-call comes in. */
  public static final Duration CALLS = Duration.ofMinutes(30);

  private final Map<RunId, RunMemory> runs = new LinkedHashMap<>();
  private final Map<Entry.Called, Instant> calls = new LinkedHashMap<>();

  /** Adds what {@code entry} says. */
  public void apply(Entry entry) {
    switch (entry) {
      case Entry.Led led -> of(led.run()).led(led);
      case Entry.Begun(var run, var attempt, var at) -> of(run).begun(attempt, at);
      case Entry.Ended ended -> of(ended.run()).ended(ended);
      case Entry.Receipted(var run, var attempt) -> of(run).receipted(attempt);
      case Entry.Closed(var run, var at) -> of(run).close(at);
      case Entry.Called called -> calls.put(called, called.at());
    }
  }

  public Optional<RunMemory> run(RunId run) {
    return Optional.ofNullable(runs.get(run));
  }

  /** Every run that is remembered, oldest first. */
  public Map<RunId, RunMemory> runs() {
    return Collections.unmodifiableMap(runs);
  }

  /** The roll-calls that came in lately. */
  public List<Entry.Called> calls() {
    return List.copyOf(calls.keySet());
  }

  /** The highest term seen of {@code run}; 0 if none was. */
  public long epoch(RunId run) {
    return run(run).map(RunMemory::epoch).orElse(0L);
  }

  public boolean hasBegun(RunId run, Attempt attempt) {
    return run(run).filter(one -> one.hasBegun(attempt)).isPresent();
  }

  /** Forgets what is past its time. */
  public void age(Instant now) {
    runs.values().removeIf(run -> run.touched().isBefore(now.minus(TERMS)));
    runs.values().forEach(run -> run.giveUp(now.minus(OUTCOMES)));
    calls.values().removeIf(at -> at.isBefore(now.minus(CALLS)));
  }

  /** The fewest entries that make this memory anew. */
  public List<Entry> entries() {
    var all = new ArrayList<Entry>(calls.keySet());
    runs.values().forEach(run -> all.addAll(run.entries()));
    return all;
  }

  private RunMemory of(RunId run) {
    return runs.computeIfAbsent(run, RunMemory::new);
  }
}
