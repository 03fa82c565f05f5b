package dev.swarm.tools.process;

import dev.swarm.tools.host.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command's arguments with the program that was found for it. */
final class Arguments {
  private Arguments() {}

  static List<String> of(Path program, Command command) {
    List<String> arguments = new ArrayList<>(command.argv());
    arguments.set(0, program.toString());
    return arguments;
  }
}
