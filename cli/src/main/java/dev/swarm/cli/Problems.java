package dev.swarm.cli;

import dev.swarm.tools.yaml.Problem;
import java.util.List;

/** Mistakes in definition files, as the last word of a command that lists them. */
final class Problems {
  private Problems() {}

  /** Names each on stderr; the exit code: 2 if there is one. */
  static int tell(List<Problem> problems) {
    problems.forEach(problem -> System.err.println("swarm: ignored: " + problem));
    return problems.isEmpty() ? 0 : 2;
  }
}
