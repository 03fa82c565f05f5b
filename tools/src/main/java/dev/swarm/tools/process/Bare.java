package dev.swarm.tools.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Running without a sandbox: what can still be done there, found out at the first such run. */
final class Bare {
  /** Of util-linux; takes the controlling terminal away and adds no process. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private Optional<Adoption> adoption = Optional.empty();
  private boolean tried;

  Tracking track(String marker) {
    return Tracking.bare(adoption(), marker);
  }

  /** The arguments, in a session of their own unless the sandbox has made one. */
  List<String> detached(Sandbox sandbox, List<String> arguments) {
    if (sandbox.contained() || !Files.isExecutable(SETSID)) {
      return arguments;
    }
    List<String> detached = new ArrayList<>(arguments.size() + 1);
    detached.add(SETSID.toString());
    detached.addAll(arguments);
    return detached;
  }

  private synchronized Optional<Adoption> adoption() {
    if (!tried) {
      tried = true;
      adoption =
          Files.exists(Path.of("/proc/self/stat")) ? Adoption.ifPossible() : Optional.empty();
    }
    return adoption;
  }
}
