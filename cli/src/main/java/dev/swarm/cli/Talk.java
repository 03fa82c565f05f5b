package dev.swarm.cli;

import picocli.CommandLine.Option;

/** How much is said on stderr while a run goes. */
final class Talk {
  private final Surroundings here;

  @Option(
      names = "--verbose",
      order = 30,
      description = "Tell each tool call and model turn as it happens, on stderr.")
  private boolean verbose;

  @Option(names = "--quiet", order = 31, description = "No progress on stderr.")
  private boolean quiet;

  Talk(Surroundings here) {
    this.here = here;
  }

  /** What tells of a run; nothing where stderr is no terminal and nobody asked. */
  Progress progress() {
    if (quiet) {
      return Progress.silent();
    }
    if (verbose) {
      return Progress.lines(here.err());
    }
    return here.terminal().lively()
        ? Progress.line(here.err(), here.terminal().width())
        : Progress.silent();
  }

  /** Whether somebody wants to know everything. */
  boolean verbose() {
    return verbose;
  }
}
