package dev.swarm.loadtest.work;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many tool calls the tasks make, one a round: the first task the first number, and from the
 * beginning again where there are more tasks than numbers.
 */
public record Rounds(List<Integer> calls) {
  private static final int MOST = 64;

  public Rounds {
    calls = List.copyOf(calls);
    if (calls.isEmpty() || calls.stream().anyMatch(one -> one < 1 || one > MOST)) {
      throw new IllegalArgumentException("a task has 1 to " + MOST + " rounds, not " + calls);
    }
  }

  /**
   * Reads {@code 4}, or {@code 1,1,3,5}.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static Rounds parse(String text) {
    try {
      return new Rounds(
          Arrays.stream(text.split(",", -1)).map(String::strip).map(Integer::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "expected a number of rounds, or several by commas, not '" + text + "'", e);
    }
  }

  /** Tool calls of the {@code number}th task, from 1. */
  int of(int number) {
    return calls.get((number - 1) % calls.size());
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return calls.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
