package dev.swarm.protocol;

import java.util.List;

/** What a node says to {@link Offers}: one answer for each, in their order. */
public record Answers(List<Answer> answers) {
  public Answers {
    answers = List.copyOf(answers);
  }
}
