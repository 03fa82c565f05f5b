package dev.swarm.tools.process;

/**
 * A tree in a process-id namespace of its own: bwrap dies with a signal or with its program, the
 * namespace's init dies with bwrap ({@code --die-with-parent}), and the kernel then kills the rest.
 */
record NamespaceTree(Child bwrap) implements ProcessTree {
  @Override
  public void terminate() {
    bwrap.terminate();
  }

  @Override
  public void kill() {
    bwrap.kill();
  }

  @Override
  public boolean gone() {
    return !bwrap.alive();
  }
}
