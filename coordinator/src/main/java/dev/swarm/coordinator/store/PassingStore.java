package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Keeps runs in memory, for as long as the process lives, and says so. */
public final class PassingStore implements RunStore {
  private final String reason;
  private final Map<RunId, List<Recorded>> runs = new LinkedHashMap<>();

  /**
   * Starts empty.
   *
   * @param reason why nothing is kept, as it stands in the report
   */
  public PassingStore(String reason) {
    this.reason = reason;
  }

  @Override
  public synchronized CompletableFuture<Void> append(Recorded recorded) {
    runs.computeIfAbsent(recorded.run(), _ -> new ArrayList<>()).add(recorded);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized List<Recorded> events(RunId run) {
    return Optional.ofNullable(runs.get(run))
        .map(List::copyOf)
        .orElseThrow(() ->
            new StoreException(
                Trouble.UNKNOWN_RUN, "could not find run " + run + ": not kept: " + reason));
  }

  @Override
  public synchronized RunHistory runs() {
    var summaries = runs.entrySet().stream().map(run -> summary(run.getKey(), run.getValue()));
    return new RunHistory(summaries.toList().reversed());
  }

  @Override
  public Optional<String> notKept() {
    return Optional.of(reason);
  }

  @Override
  public void close() {}

  private static RunSummary summary(RunId run, List<Recorded> events) {
    var tally = new RunTally(run);
    events.forEach(tally::add);
    return tally.summary();
  }
}
