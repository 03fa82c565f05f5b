package dev.swarm.tools.process;

/**
 * A tree in a process-id namespace of its own: bwrap dies with a signal or with its program, the
 * namespace's init dies with bwrap ({@code --die-with-parent}), and the kernel then kills the rest.
 */
record NamespaceTree(Process bwrap) implements ProcessTree {
  @Override
  public void terminate() {
    bwrap.destroy();
  }

  @Override
  public void kill() {
    bwrap.destroyForcibly();
  }

  @Override
  public boolean gone() {
    return !bwrap.isAlive();
  }
}
