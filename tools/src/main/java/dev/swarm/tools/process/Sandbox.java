package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What keeps a program from hurting the machine it looks at. */
public sealed interface Sandbox permits Bubblewrap, Sandbox.None {

  /** One line for the report: which sandbox is in force, or why none is. */
  String description();

  /** Whether a program cannot write outside its work directory, nor outlive its call. */
  boolean contained();

  /**
   * Why this command would see less in the sandbox than without it, although it says what it must
   * see; empty if its rows are the same.
   */
  Optional<String> distortion(Command command);

  /** The arguments to start, program first, for a command whose program was found. */
  List<String> wrap(Path program, Command command, Path workDirectory);

  /**
   * No sandbox.
   *
   * @param reason completes “none: …”
   */
  record None(String reason) implements Sandbox {
    @Override
    public String description() {
      return "none: " + reason;
    }

    @Override
    public boolean contained() {
      return false;
    }

    @Override
    public Optional<String> distortion(Command command) {
      return Optional.empty();
    }

    @Override
    public List<String> wrap(Path program, Command command, Path workDirectory) {
      return Arguments.of(program, command);
    }
  }
}
