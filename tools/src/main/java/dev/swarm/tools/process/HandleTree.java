package dev.swarm.tools.process;

import java.util.stream.Stream;

/**
 * A tree as the JDK sees it, where the kernel gives no orphans back (macOS): the program and its
 * descendants now. A daemon that has left it is not found.
 */
record HandleTree(Child program) implements ProcessTree {
  @Override
  public void terminate() {
    members().forEach(ProcessHandle::destroy);
  }

  @Override
  public void kill() {
    members().forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public boolean gone() {
    return members().findAny().isEmpty();
  }

  private Stream<ProcessHandle> members() {
    return program.handle().stream()
        .flatMap(handle -> Stream.concat(handle.descendants(), Stream.of(handle)))
        .filter(ProcessHandle::isAlive)
        .toList()
        .stream();
  }
}
