package dev.swarm.coordinator.fleet;

import dev.swarm.protocol.NodeHello;

/** Hears who comes and goes; on the coordinator's desk. */
public interface Attendance {
  /** A node introduced itself: for the first time, or anew with something changed. */
  void joined(NodeHello hello);

  /** A node says how much it takes at once from now on; zero while it leaves. */
  void capacity(String node, int capacity);

  /** A node that answered before does not answer. */
  void suspected(String node, String reason);

  /** A suspected or lost node is heard again. */
  void returned(String node);

  /** A node has been silent for so long that it is given up. */
  void lost(String node, String reason);

  /** A node answers and says no to us. */
  void refused(String node, String verb, String reason);

  /** A member of the cluster shows no valid claim. */
  void stranger(String address, String by);
}
