package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.checks.Questions.Question;
import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.CheckId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the checks say on rows, each look judged once by each check. */
final class Rulings {
  private final Checks checks;
  private final Questions questions;
  private final Map<Key, List<Ruled>> known = new HashMap<>();

  private record Key(CallId look, CheckId check) {}

  /**
   * Rulings of one batch of claims.
   *
   * @param checks of this platform
   */
  Rulings(Checks checks, Questions questions) {
    this.checks = checks;
    this.questions = questions;
  }

  /** What a check says on a subject. */
  record Ruled(Question question, Look look, Judged judged) {
    Check check() {
      return question.check();
    }
  }

  /** The checks that judge what the call of {@code look} prints. */
  List<Check> judging(Look look) {
    return checks.judging(look.call().tool()).stream()
        .filter(check -> questions.about(check, look.call()).isPresent())
        .toList();
  }

  /** What {@code check} says on a look. */
  List<Ruled> on(Look look, Check check) {
    return known.computeIfAbsent(new Key(look.id(), check.id()), _ -> judged(look, check));
  }

  private List<Ruled> judged(Look look, Check check) {
    return questions.about(check, look.call()).stream()
        .flatMap(question ->
            question.judge(look.result().rows()).stream()
                .map(judged -> new Ruled(question, look, judged)))
        .toList();
  }

  /** What any of {@code some} says on the rows cited. */
  List<Ruled> on(Cited cited, List<Check> some) {
    var ruled = new ArrayList<Ruled>();
    for (var check : some) {
      on(cited.look(), check).stream()
          .filter(one -> one.judged().rows().stream().anyMatch(cited.rows()::contains))
          .forEach(ruled::add);
    }
    return ruled;
  }
}
