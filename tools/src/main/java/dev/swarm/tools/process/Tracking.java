package dev.swarm.tools.process;

import java.util.Optional;

/**
 * How the processes of one call are told from others. To be made before its program starts.
 *
 * @param adoption empty in a namespace, which needs none, and where orphans do not come back
 */
record Tracking(boolean namespace, Optional<Adoption> adoption, String marker, long sinceTicks) {

  static Tracking inNamespace(String marker) {
    return new Tracking(true, Optional.empty(), marker, 0);
  }

  static Tracking bare(Optional<Adoption> adoption, String marker) {
    adoption.ifPresent(a -> a.begin(marker));
    return new Tracking(false, adoption, marker, adoption.isEmpty() ? 0 : ProcessTable.nowTicks());
  }

  ProcessTree of(Process program) {
    if (namespace) {
      return new NamespaceTree(program);
    }
    adoption.ifPresent(a -> a.started(program.pid()));
    return adoption
        .<ProcessTree>map(a -> new AdoptedTree(program, marker, sinceTicks, a))
        .orElseGet(() -> new HandleTree(program));
  }

  /** For a program that could not be started. */
  void abandon() {
    adoption.ifPresent(a -> a.end(marker, -1));
  }
}
