package dev.swarm.protocol;

/**
 * One try at a subtask; the same attempt is worked at most once, whoever asks and however often.
 */
public record Attempt(SubtaskId subtask, int number) {
  public Attempt {
    if (number < 1) {
      throw new IllegalArgumentException("attempts count from 1");
    }
  }
}
