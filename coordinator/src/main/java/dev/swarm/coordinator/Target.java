package dev.swarm.coordinator;

import dev.swarm.protocol.NodeHello;
import java.util.List;
import java.util.Map;

/** Whom an audit is put to. */
public sealed interface Target {
  /** These nodes and no others, each at most once. */
  record Named(List<String> nodes) implements Target {
    public Named {
      nodes = List.copyOf(nodes);
      if (nodes.isEmpty()) {
        throw new IllegalArgumentException("an audit names at least one node");
      }
      if (nodes.stream().distinct().count() < nodes.size()) {
        throw new IllegalArgumentException("an audit names each node once: " + nodes);
      }
    }
  }

  /**
   * Whoever is there, or comes while the run goes on, and bears all of {@code labels}; everybody
   * where there are none.
   */
  record Matching(Map<String, String> labels) implements Target {
    public Matching {
      labels = Map.copyOf(labels);
    }

    /** Whether this node is meant. */
    boolean means(NodeHello hello) {
      return hello.labels().entrySet().containsAll(labels.entrySet());
    }

    /** Whether every node is, also one of which nothing is known but its name. */
    boolean meansEverybody() {
      return labels.isEmpty();
    }
  }

  /** Every node there is. */
  static Target everybody() {
    return new Matching(Map.of());
  }
}
