package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.CommandResult.Broken;
import dev.swarm.tools.host.CommandResult.Exited;
import dev.swarm.tools.host.CommandResult.NotStarted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds out, once, at first use, whether bubblewrap works here, by running {@code true} in it: it
 * may be installed and useless (no user namespaces, a container that forbids mounts).
 */
public final class SandboxProbe implements Supplier<Sandbox> {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int REASON_CAP = 512;

  private final Path workRoot;
  private final boolean root;
  private Sandbox found = new Sandbox.None("not looked for yet");
  private boolean looked;

  /**
   * @param workRoot where the probe's work directory is made
   * @param root whether this process runs as root
   */
  public SandboxProbe(Path workRoot, boolean root) {
    this.workRoot = workRoot;
    this.root = root;
  }

  @Override
  public synchronized Sandbox get() {
    if (!looked) {
      looked = true;
      found = look();
    }
    return found;
  }

  private Sandbox look() {
    Programs programs = new Programs(Programs.FOLDERS);
    return switch (programs.find("bwrap")) {
      case Programs.Lookup.Missing(NotStarted reason) -> new Sandbox.None(reason.detail());
      case Programs.Lookup.Found(Path bwrap) -> bestOf(bwrap);
    };
  }

  /** An old bwrap does not know {@code --size}. */
  private Sandbox bestOf(Path bwrap) {
    Path home = Path.of(System.getProperty("user.home"));
    SecretPlaces secrets = SecretPlaces.onThisMachine(home);
    Sandbox bounded = tryOut(new Bubblewrap(bwrap, root, true, secrets));
    return bounded.contained() ? bounded : tryOut(new Bubblewrap(bwrap, root, false, secrets));
  }

  private Sandbox tryOut(Sandbox candidate) {
    Command nothing = new Command(List.of("true"), 1, TIMEOUT, REASON_CAP, Set.of());
    return switch (new ProcessRunner(workRoot, () -> candidate, 1).run(nothing)) {
      case Exited(int exit, var out, var err, var took) when exit == 0 -> candidate;
      case Exited(int exit, var out, var err, var took) ->
          unusable("it exited with " + exit + ": " + err.text().strip());
      case Broken(var why, String detail, var out, var err, var took) -> unusable(detail);
      case NotStarted(var why, String detail) -> unusable(detail);
    };
  }

  private static Sandbox unusable(String reason) {
    return new Sandbox.None("bubblewrap is installed but does not work: " + reason);
  }
}
