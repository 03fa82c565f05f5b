package dev.swarm.tools.process;

/** All that one call has started, as far as it can be found. Called by one thread at a time. */
sealed interface ProcessTree permits NamespaceTree, AdoptedTree, HandleTree {
  /** Asks all of it to end. */
  void terminate();

  /** Ends all of it that is found now; to be repeated until {@link #gone}. */
  void kill();

  /** Whether nothing of it is found any more. */
  boolean gone();
}
