package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps runs on disk for as long as the disk takes them; from the first failure on, the rest of the
 * run stays in memory, and {@link #notKept} says why. The audit goes on either way.
 */
public final class FallbackStore implements RunStore {
  private final RunStore disk;
  private final List<Recorded> spilled = new ArrayList<>();
  private final Set<RunId> spilling = new HashSet<>();
  private Optional<String> reason = Optional.empty();

  public FallbackStore(RunStore disk) {
    this.disk = disk;
  }

  @Override
  public CompletableFuture<Void> append(Recorded recorded) {
    return disk.append(recorded)
        .exceptionally(failure -> {
          spill(recorded, failure);
          return null;
        });
  }

  @Override
  public List<Recorded> events(RunId run) {
    var rest = spilled(run);
    if (rest.isEmpty()) {
      return disk.events(run);
    }
    var events = new ArrayList<Recorded>();
    if (rest.getFirst().sequence() > 1) {
      events.addAll(disk.events(run));
    }
    events.addAll(rest);
    return List.copyOf(events);
  }

  @Override
  public RunHistory runs() {
    return disk.runs();
  }

  @Override
  public List<Judged> judgements() {
    return disk.judgements();
  }

  @Override
  public synchronized Optional<String> notKept() {
    return reason;
  }

  @Override
  public void close() {
    disk.close();
  }

  private synchronized void spill(Recorded recorded, Throwable failure) {
    if (spilling.add(recorded.run())) {
      reason = Optional.of(String.valueOf(failure.getMessage()));
    }
    spilled.add(recorded);
  }

  private synchronized List<Recorded> spilled(RunId run) {
    return spilled.stream().filter(recorded -> recorded.run().equals(run)).toList();
  }
}
