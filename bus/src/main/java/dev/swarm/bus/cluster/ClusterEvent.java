package dev.swarm.bus.cluster;

/** Something changed in the cluster. */
public sealed interface ClusterEvent {
  /** Another process is there. */
  record Came(Peer peer) implements ClusterEvent {}

  /** It is not there any more, or cannot be heard; which of both, membership cannot tell. */
  record Went(Peer peer) implements ClusterEvent {}

  /** Somebody joined who has no badge of ours. */
  record Intruded(HostPort address, String why) implements ClusterEvent {}

  /** We leave and join anew. */
  record Rejoining(String why) implements ClusterEvent {}

  /** We are back. */
  record Rejoined() implements ClusterEvent {}

  /** We could not come back yet, and go on trying. */
  record StillOut(String why) implements ClusterEvent {}
}
