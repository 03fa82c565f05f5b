package dev.swarm.router.endpoint;

import java.nio.file.Path;
import java.util.List;

/**
 * Where an endpoint's key is found. It is looked up for each call, never kept, and never written
 * anywhere.
 */
public sealed interface KeySource {

  /** The endpoint takes none. */
  record None() implements KeySource {}

  /** An environment variable. */
  record Environment(String variable) implements KeySource {}

  /** A file that holds nothing else; white space around it is left out. */
  record File(Path path) implements KeySource {}

  /** The output of a command, without a shell; white space around it is left out. */
  record Command(List<String> argv) implements KeySource {
    public Command {
      argv = List.copyOf(argv);
    }
  }
}
