package dev.swarm.coordinator.life;

import dev.swarm.protocol.Fingerprint;

/** What has a life: a finding on a node. */
public record Key(String node, Fingerprint fingerprint) implements Comparable<Key> {
  @Override
  public int compareTo(Key other) {
    int byNode = node.compareTo(other.node);
    return byNode != 0 ? byNode : fingerprint.value().compareTo(other.fingerprint.value());
  }
}
