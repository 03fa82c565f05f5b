package dev.swarm.router.scripted;

/** When a server misbehaves. Requests are those for chat completions, counted from 1. */
public sealed interface Occasion {

  /** With every request. */
  record Always() implements Occasion {}

  /** With this request. */
  record Nth(long number) implements Occasion {}

  /** With requests up to this one. */
  record UpTo(long number) implements Occasion {}

  /** At this step of every conversation, from 0. */
  record AtStep(int step) implements Occasion {}

  /** With a share of the requests, drawn by seed and number. */
  record Share(long seed, double share) implements Occasion {}

  /** With streamed replies only. */
  record Streamed() implements Occasion {}

  default boolean comes(long number, Asked asked) {
    return switch (this) {
      case Always() -> true;
      case Nth(var which) -> number == which;
      case UpTo(var last) -> number <= last;
      case AtStep(var step) -> asked.step() == step;
      case Share(var seed, var share) -> new Seed(seed).with(number).fraction() < share;
      case Streamed() -> asked.stream();
    };
  }
}
