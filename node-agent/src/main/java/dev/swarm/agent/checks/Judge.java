package dev.swarm.agent.checks;

import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.expression.Scope;
import dev.swarm.tools.expression.Truth;
import dev.swarm.tools.rows.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the rows of a tool against a check. Pure: the same rows give the same verdicts. */
public final class Judge {
  private final Check check;
  private final Facts facts;

  /**
   * A judge for {@code check}.
   *
   * @param facts of the host, with {@code item} where the check runs over a list
   */
  public Judge(Check check, Facts facts) {
    this.check = check;
    this.facts = facts;
  }

  /** The verdicts on {@code rows}, in their order; rows the check is not about have none. */
  public List<Judged> judge(List<Row> rows) {
    var verdicts = new ArrayList<Judged>();
    var groups = new LinkedHashMap<String, List<Row>>();
    for (var row : rows) {
      var scope = facts.with(List.of(row)).at(row);
      switch (check.applies().map(applies -> applies.truth(scope)).orElse(Truth.TRUE)) {
        case TRUE -> groups.computeIfAbsent(key(scope, groups), _ -> new ArrayList<>()).add(row);
        case UNKNOWN ->
            verdicts.add(blind(List.of(row), scope, check.applies().orElseThrow().text()));
        case FALSE -> {}
      }
    }
    groups.values().forEach(group -> verdicts.add(verdict(group)));
    return List.copyOf(verdicts);
  }

  private String key(Scope scope, Map<String, List<Row>> groups) {
    return check
        .by()
        .map(by -> by.key(scope).orElseGet(() -> by.fill(scope)))
        .orElseGet(() -> "#" + groups.size());
  }

  private Judged verdict(List<Row> group) {
    var scope = facts.with(group).at(group.getFirst());
    var missing = "";
    for (var rule : check.severity()) {
      switch (rule.when().truth(scope)) {
        case TRUE -> {
          return new Judged.Odd(subject(group, scope), rule.severity(), group, scope);
        }
        case UNKNOWN -> missing = missing.isEmpty() ? rule.when().text() : missing;
        case FALSE -> {}
      }
    }
    return missing.isEmpty()
        ? new Judged.Fine(subject(group, scope), group, scope)
        : blind(group, scope, missing);
  }

  private Judged blind(List<Row> group, Scope scope, String condition) {
    return new Judged.Blind(
        subject(group, scope),
        "'" + condition + "' cannot be told for " + subject(group, scope) + ": a value is missing",
        group,
        scope);
  }

  private String subject(List<Row> group, Scope scope) {
    return check.subject().map(subject -> subject.fill(scope)).orElse(group.getFirst().subject());
  }
}
