package dev.swarm.cli;

import java.util.Optional;

/** What the process was started on; the launcher and the environment tell. */
final class Terminal {
  private Terminal() {}

  /** Whether stdout is a terminal. */
  static boolean stdout() {
    return "1".equals(System.getenv("SWARM_STDOUT_TTY"));
  }

  /** Whether stderr is a terminal. */
  static boolean stderr() {
    return "1".equals(System.getenv("SWARM_STDERR_TTY"));
  }

  /** Its columns, where they are known. */
  static Optional<Integer> width() {
    return Optional.ofNullable(System.getenv("COLUMNS"))
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .filter(columns -> columns > 0);
  }

  /** Whether colours are wanted: NO_COLOR is not set, and the terminal is no dumb one. */
  static boolean colorful() {
    return Optional.ofNullable(System.getenv("NO_COLOR")).filter(text -> !text.isEmpty()).isEmpty()
        && !"dumb".equals(System.getenv("TERM"));
  }
}
