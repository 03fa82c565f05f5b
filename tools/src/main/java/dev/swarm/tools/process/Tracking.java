package dev.swarm.tools.process;

import java.util.Optional;

/**
 * How the processes of one call are told from others. To be made before its program starts.
 *
 * @param adoption empty where orphans do not come back: in a namespace, which needs none, and where
 *     the kernel or the JVM has no such thing
 */
record Tracking(boolean namespace, Optional<Adoption> adoption, String marker, long sinceTicks) {

  static Tracking inNamespace(String marker) {
    return begin(true, Adoption.inForce(), marker);
  }

  static Tracking bare(Optional<Adoption> adoption, String marker) {
    return begin(false, adoption, marker);
  }

  private static Tracking begin(boolean namespace, Optional<Adoption> adoption, String marker) {
    adoption.ifPresent(a -> a.begin(marker));
    return new Tracking(
        namespace, adoption, marker, adoption.isEmpty() ? 0 : ProcessTable.nowTicks());
  }

  ProcessTree of(Process program) {
    if (adoption.isEmpty()) {
      return namespace ? new NamespaceTree(program) : new HandleTree(program);
    }
    Adoption home = adoption.get();
    home.started(marker, program.pid());
    return new AdoptedTree(program, marker, sinceTicks, home);
  }

  /** For a program that could not be started. */
  void abandon() {
    adoption.ifPresent(a -> a.end(marker));
  }
}
