package dev.swarm.coordinator.http;

import dev.swarm.coordinator.http.view.ModelTally;
import dev.swarm.coordinator.http.view.RunFold;
import dev.swarm.protocol.RunId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What models brought in the runs that are kept: a line a run and model, however large the run was.
 * Any thread.
 */
final class Models {
  private final Map<RunId, Collection<ModelTally>> runs = new HashMap<>();

  /** Takes a run that has ended; one that it has already counts once. */
  synchronized void add(RunFold run) {
    runs.put(run.run(), run.models());
  }

  synchronized boolean knows(RunId run) {
    return runs.containsKey(run);
  }

  /** Forgets the runs that were deleted. */
  synchronized void retain(Set<RunId> kept) {
    boolean _ = runs.keySet().retainAll(kept);
  }

  /**
   * By name; whoever had a finding marked as wrong is among them, the playbook too.
   *
   * @param wrong how many findings of each were marked as wrong
   */
  synchronized List<ModelTally> all(Map<String, Integer> wrong) {
    var sums = new TreeMap<String, ModelTally>();
    runs.values().stream()
        .flatMap(Collection::stream)
        .forEach(tally -> sums.merge(tally.model(), tally, ModelTally::plus));
    wrong.keySet().forEach(mind -> sums.putIfAbsent(mind, ModelTally.none(mind)));
    return sums.values().stream()
        .map(tally -> tally.marked(wrong.getOrDefault(tally.model(), 0)))
        .toList();
  }
}
