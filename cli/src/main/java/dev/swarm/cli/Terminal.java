package dev.swarm.cli;

import java.util.Map;
import java.util.Optional;

/** What the process was started on; the launcher and the environment tell. */
record Terminal(Map<String, String> environment) {
  /** Columns where nobody says how many there are. */
  private static final int USUAL = 100;

  /** Whether stdout is a terminal. */
  boolean stdout() {
    return "1".equals(environment.get("SWARM_STDOUT_TTY"));
  }

  /** Whether stderr is a terminal that can take a line back. */
  boolean lively() {
    return "1".equals(environment.get("SWARM_STDERR_TTY")) && !dumb();
  }

  /** Whether colours are welcome on stdout. */
  boolean colorful() {
    return stdout() && !dumb() && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Its columns. */
  int width() {
    return Optional.ofNullable(environment.get("COLUMNS"))
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf)
        .orElse(USUAL);
  }

  private boolean dumb() {
    return "dumb".equals(environment.get("TERM"));
  }
}
