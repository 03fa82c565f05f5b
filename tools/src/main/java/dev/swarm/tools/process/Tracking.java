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
        namespace,
        adoption,
        marker,
        adoption.map(Adoption::kernel).map(Kernel::nowTicks).orElse(0L));
  }

  /** To be called when the program has started, before anybody else knows its pid. */
  void started(long pid) {
    adoption.ifPresent(a -> a.started(marker, pid));
  }

  ProcessTree of(Child program) {
    if (adoption.isPresent()) {
      return new AdoptedTree(program, marker, sinceTicks, adoption.get());
    }
    return namespace ? new NamespaceTree(program) : new HandleTree(program);
  }

  /** To be called when the call is over. */
  void end() {
    adoption.ifPresent(a -> a.end(marker));
  }
}
