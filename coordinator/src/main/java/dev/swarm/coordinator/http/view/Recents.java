package dev.swarm.coordinator.http.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each node came out of its last runs. Any thread. */
public final class Recents {
  private static final int KEPT = 12;
  private static final Comparator<NodeResult> NEWEST =
      Comparator.comparing(NodeResult::endedAt).thenComparing(NodeResult::run).reversed();

  private final Map<String, List<NodeResult>> nodes = new ConcurrentHashMap<>();

  /** Takes a run that has ended; one that is there already counts once. */
  public void add(RunFold run) {
    run.results().forEach((node, result) -> nodes.merge(node, List.of(result), Recents::both));
  }

  private static List<NodeResult> both(List<NodeResult> before, List<NodeResult> more) {
    var all = new ArrayList<>(before);
    all.removeIf(one -> more.stream().anyMatch(other -> other.run().equals(one.run())));
    all.addAll(more);
    return all.stream().sorted(NEWEST).limit(KEPT).toList();
  }

  /** Newest first. */
  public List<NodeResult> of(String node) {
    return nodes.getOrDefault(node, List.of());
  }
}
