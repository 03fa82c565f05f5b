package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Looks at one process over time. The first third is for warming up; what counts is the least of
 * the last third beside the least of the second: work in hand comes and goes, what leaks stays.
 */
final class Looks {
  private static final int FEWEST = 9;

  private final List<Look> looks = new ArrayList<>();

  void add(Look look) {
    looks.add(look);
  }

  /** What was compared, in words; fails where something has grown. */
  String flat() {
    assertTrue(looks.size() >= FEWEST, "only " + looks.size() + " looks: the soak is too short");
    var process = looks.getFirst().process();
    return process
        + ": "
        + grown("heap", Look::heap, 8L << 20, 0.10)
        + ", "
        + grown("files", Look::files, 8, 0)
        + ", "
        + grown("threads", Look::threads, 8, 0);
  }

  private String grown(String what, ToLongFunction<Look> of, long more, double part) {
    int third = looks.size() / 3;
    long before = least(looks.subList(third, 2 * third), of);
    long after = least(looks.subList(2 * third, looks.size()), of);
    var said = "%s %,d → %,d".formatted(what, before, after);
    assertTrue(after <= before + Math.max(more, (long) (before * part)), said);
    return said;
  }

  private static long least(List<Look> window, ToLongFunction<Look> of) {
    return window.stream().mapToLong(of).min().orElseThrow();
  }
}
