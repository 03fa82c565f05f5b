package dev.swarm.coordinator.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.swarm.protocol.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody wanted to know, and what models answered. The answers are their own words, of which
 * only those sentences are left that proven findings bear; the findings are the answer.
 *
 * @param asked in the words of who asked
 * @param synthesis one answer for all nodes, each sentence with the findings that it rests on;
 *     empty, and not told, where nobody was asked for one
 */
public record Question(
    String asked,
    List<Answer> answers,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Summary> synthesis) {
  public Question {
    answers = List.copyOf(answers);
  }

  Question answered(Summary answer) {
    return new Question(asked, answers, Optional.of(answer));
  }

  /**
   * A model's answer about one node.
   *
   * @param words its own
   */
  public record Answer(String node, String mind, String words) {}

  /** The question of a run; empty for an audit. */
  static Optional<Question> of(Ledger ledger) {
    var lives = ledger.lives();
    return lives.stream()
        .flatMap(life -> life.subtask().question().stream())
        .findFirst()
        .map(asked ->
            new Question(
                asked, lives.stream().flatMap(Question::answer).toList(), Optional.empty()));
  }

  private static Stream<Answer> answer(SubtaskLife life) {
    return life.completed().stream().flatMap(completed -> answer(life, completed));
  }

  private static Stream<Answer> answer(SubtaskLife life, Outcome.Completed completed) {
    return completed.thinking().answer().stream()
        .map(words -> new Answer(life.subtask().node(), completed.mind(), words));
  }
}
