package dev.swarm.coordinator.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run that somebody wants; what is left out means all.
 *
 * @param limit of how many nodes: {@code 5} or {@code 10%}
 */
public record Wish(
    Optional<List<String>> nodes,
    Optional<Map<String, String>> labels,
    Optional<List<String>> areas,
    Optional<List<String>> checks,
    Optional<String> limit,
    Optional<String> question) {
  public Wish {
    nodes.ifPresent(all -> whole(all, "nodes"));
    labels.ifPresent(all -> whole(all.values(), "labels"));
    areas.ifPresent(all -> whole(all, "areas"));
    checks.ifPresent(all -> whole(all, "checks"));
  }

  /** JSON knows null, and nobody else here does. */
  private static void whole(Collection<String> words, String where) {
    if (words.stream().anyMatch(word -> Objects.isNull(word) || word.isBlank())) {
      throw new IllegalArgumentException(where + " holds an empty word");
    }
  }
}
