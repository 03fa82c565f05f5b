package dev.swarm.tools.host;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A program to run, never through a shell.
 *
 * @param argv program and arguments; the program is looked up on a fixed path
 * @param sample 1 for the first look, 2 for the second of a pair
 * @param timeout for the whole process tree
 * @param outputCap bytes kept of each stream, half of them from the end
 * @param sees what a sandbox must not hide from it
 */
public record Command(
    List<String> argv, int sample, Duration timeout, int outputCap, Set<Sight> sees) {
  public Command {
    argv = List.copyOf(argv);
    sees = Set.copyOf(sees);
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command has at least a program");
    }
    if (sample < 1 || timeout.toMillis() < 1 || outputCap < 1) {
      throw new IllegalArgumentException("sample, timeout and output cap are positive");
    }
  }

  /** What a command looks at, so that a fresh namespace would make it lie. */
  public enum Sight {
    PROCESSES,
    NETWORK,
    DEVICES
  }
}
