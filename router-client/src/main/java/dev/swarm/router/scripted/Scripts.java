package dev.swarm.router.scripted;

import java.util.List;
import java.util.Optional;

/**
 * Several brains behind one model: the first whose condition holds answers, else the last one.
 *
 * @param choices in this order
 */
public record Scripts(List<Choice> choices) implements Brain {
  public Scripts {
    choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("expected at least one script");
    }
  }

  /** A brain, and for whom. */
  public record Choice(For who, Brain brain) {}

  /** For which conversations a brain is. */
  public sealed interface For {
    /** All. */
    record Everybody() implements For {}

    /** Whose first user's message contains this: a subtask, an area. */
    record Opening(String text) implements For {}

    /** Whose instructions contain this. */
    record Instructions(String text) implements For {}

    /** Who may call this tool. */
    record Tool(String name) implements For {}

    /** Whose session header is this. */
    record Session(String name) implements For {}

    /** Every {@code of}-th conversation, by a hash of its beginning; {@code part} is from 0. */
    record Part(int part, int of) implements For {}
  }

  @Override
  public boolean blocks() {
    return choices.stream().anyMatch(choice -> choice.brain().blocks());
  }

  @Override
  public Turn turn(Asked asked) {
    return choices.stream()
        .filter(choice -> holds(choice.who(), asked))
        .findFirst()
        .orElse(choices.getLast())
        .brain()
        .turn(asked);
  }

  private static boolean holds(For who, Asked asked) {
    return switch (who) {
      case For.Everybody() -> true;
      case For.Opening(var text) -> asked.opening().contains(text);
      case For.Instructions(var text) -> asked.instructions().contains(text);
      case For.Tool(var name) -> asked.tools().tool(name).isPresent();
      case For.Session(var name) -> asked.origin().session().equals(Optional.of(name));
      case For.Part(var part, var of) -> asked.conversation().below(of) == part;
    };
  }
}
