package dev.swarm.tools.process;

import java.util.Optional;
import java.util.Set;

/**
 * Whether an exit status tells of a signal. The JDK and bubblewrap both report a signal as 128 plus
 * its number, as shells do, so a program that itself exits so cannot be told apart; those known to
 * are listed.
 */
final class ExitStatus {
  /** smartctl(8), "EXIT STATUS": a bit mask, of which bit 7 is 128. */
  private static final Set<String> BIT_MASKS = Set.of("smartctl");

  /** Signals whose default is to end a program, by number on Linux and macOS alike. */
  private static final Set<Integer> ENDING = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 15, 31);

  private ExitStatus() {}

  /** The number of the signal that ended {@code program}. */
  static Optional<Integer> signal(String program, int status) {
    int signal = status - 128;
    String name = program.substring(program.lastIndexOf('/') + 1);
    return ENDING.contains(signal) && !BIT_MASKS.contains(name)
        ? Optional.of(signal)
        : Optional.empty();
  }
}
