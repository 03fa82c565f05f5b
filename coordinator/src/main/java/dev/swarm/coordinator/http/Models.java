package dev.swarm.coordinator.http;

import dev.swarm.coordinator.http.view.ModelTally;
import dev.swarm.coordinator.http.view.RunFold;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What models brought in the runs that were looked at since the start. Any thread. */
final class Models {
  private final Map<String, ModelTally> models = new TreeMap<>();

  /** Takes a run that has ended; to be called once for each. */
  synchronized void add(RunFold run) {
    run.models().forEach(tally -> models.merge(tally.model(), tally, ModelTally::plus));
  }

  /**
   * By name.
   *
   * @param wrong how many findings of each were marked as wrong
   */
  synchronized List<ModelTally> all(Map<String, Integer> wrong) {
    return models.values().stream()
        .map(tally -> tally.marked(wrong.getOrDefault(tally.model(), 0)))
        .toList();
  }
}
