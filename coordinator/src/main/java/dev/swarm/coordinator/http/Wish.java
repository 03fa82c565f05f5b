package dev.swarm.coordinator.http;

import java.util.List;
import java.util.Map;
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
    Optional<String> question) {}
