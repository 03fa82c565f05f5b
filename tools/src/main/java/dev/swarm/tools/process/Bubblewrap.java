package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import dev.swarm.tools.host.Command.Sight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bubblewrap: the whole machine read-only, a work directory of its own in memory (a bind mount
 * would show up in lsblk), and always a process-id namespace, so that nothing that the program
 * starts survives it, whatever it does.
 *
 * <p>A program that looks at processes sees the host's {@code /proc} from inside that namespace: it
 * can read what every process does and can signal none. {@code docs/sandbox.md} has the table of
 * what is seen with which flags.
 *
 * @param program bwrap itself
 * @param root whether we run as root: then no user namespace is needed, and capabilities are
 *     dropped
 * @param bounded whether this bwrap can bound the size of the work directory (since 0.7)
 * @param secrets hidden from all but the programs that need them
 */
public record Bubblewrap(Path program, boolean root, boolean bounded, SecretPlaces secrets)
    implements Sandbox {
  private static final List<String> ALWAYS =
      List.of(
          "--die-with-parent",
          "--new-session",
          "--unshare-pid",
          "--unshare-uts",
          "--ro-bind",
          "/",
          "/");

  /** Half the memory of the machine would be the kernel's own bound. */
  private static final String WORK_BYTES = String.valueOf(64 << 20);

  /** Programs that tell owners of files, which a user namespace cannot name. */
  private static final Set<String> OWNER_PROGRAMS = Set.of("find", "ls", "stat");

  @Override
  public String description() {
    return "bubblewrap: read-only root, own process namespace, no network unless the tool is about"
        + " it";
  }

  @Override
  public boolean contained() {
    return true;
  }

  @Override
  public Optional<String> distortion(Command command) {
    if (root) {
      return Optional.empty();
    }
    String name = command.argv().getFirst();
    return command.sees().contains(Sight.PROCESSES) || OWNER_PROGRAMS.contains(name)
        ? Optional.of("without root the sandbox shows what other users own as nobody's")
        : Optional.empty();
  }

  @Override
  public List<String> wrap(Path tool, Command command, Path workDirectory) {
    List<String> arguments = new ArrayList<>();
    arguments.add(program.toString());
    arguments.addAll(ALWAYS);
    arguments.addAll(namespaces(command));
    arguments.addAll(devices(command, workDirectory.toString()));
    arguments.addAll(secrets.hiddenFrom(tool));
    arguments.addAll(List.of("--chdir", workDirectory.toString()));
    arguments.addAll(privileges(tool, command));
    arguments.add("--");
    arguments.addAll(Arguments.of(tool, command));
    return arguments;
  }

  private static List<String> namespaces(Command command) {
    List<String> arguments = new ArrayList<>();
    if (!command.sees().contains(Sight.PROCESSES)) {
      arguments.addAll(List.of("--unshare-ipc", "--unshare-cgroup-try", "--proc", "/proc"));
    }
    if (!command.sees().contains(Sight.NETWORK)) {
      arguments.add("--unshare-net");
    }
    return arguments;
  }

  /** A fresh /dev is writable until remounted; the work directory may lie below /dev/shm. */
  private List<String> devices(Command command, String work) {
    List<String> arguments = new ArrayList<>();
    boolean all = command.sees().contains(Sight.DEVICES);
    arguments.addAll(all ? List.of("--dev-bind", "/dev", "/dev") : List.of("--dev", "/dev"));
    if (bounded) {
      arguments.addAll(List.of("--size", WORK_BYTES));
    }
    arguments.addAll(List.of("--tmpfs", work));
    if (!all) {
      arguments.addAll(List.of("--remount-ro", "/dev"));
    }
    return arguments;
  }

  private List<String> privileges(Path tool, Command command) {
    List<String> arguments = new ArrayList<>();
    if (root) {
      arguments.addAll(List.of("--cap-drop", "ALL"));
      Capabilities.kept(tool, command).forEach(c -> arguments.addAll(List.of("--cap-add", c)));
    }
    return arguments;
  }
}
