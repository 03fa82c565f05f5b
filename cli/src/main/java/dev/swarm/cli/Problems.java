package dev.swarm.cli;

import dev.swarm.tools.yaml.Problem;
import java.util.List;

/** What is listed, and the mistakes in definition files as the last word of it. */
final class Problems {
  private Problems() {}

  /** Prints {@code columns}, names each problem on stderr, and gives the exit code: 2 if any. */
  static int list(Surroundings here, Columns columns, List<Problem> problems) {
    var terminal = here.terminal();
    here.out().print(terminal.stdout() ? columns.text(terminal.width()) : columns.text());
    problems.forEach(problem -> here.say("ignored: " + problem));
    return (problems.isEmpty() ? Exit.DONE : Exit.USAGE).code();
  }
}
