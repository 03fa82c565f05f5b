package dev.swarm.agent.checks;

import dev.swarm.tools.ToolCall;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tool calls that answer a check on this host, by the lists of its configuration.
 *
 * @param lists by name, such as {@code certificates}
 */
public record Questions(Facts facts, Map<String, List<String>> lists) {
  public Questions {
    lists = Map.copyOf(lists);
  }

  /**
   * A call, and what judges its rows.
   *
   * @param item of the list that the check runs over; empty without one
   */
  public record Question(Check check, String item, ToolCall call, Facts facts) {

    /** The verdicts on {@code rows} that this call gave. */
    public List<Judged> judge(List<Row> rows) {
      return new Judge(check, facts).judge(rows);
    }
  }

  /** The calls of {@code check}: one, or one for each item of its list. */
  public List<Question> of(Check check) {
    return check
        .forEach()
        .map(list ->
            lists.getOrDefault(list, List.of()).stream()
                .map(item -> question(check, item, facts.with("item", new Value.Text(item))))
                .toList())
        .orElseGet(() -> List.of(question(check, "", facts)));
  }

  /**
   * The question that {@code call} answers for {@code check}, a list's item among its arguments.
   */
  public Optional<Question> about(Check check, ToolCall call) {
    if (!check.tool().equals(call.tool())) {
      return Optional.empty();
    }
    var asked = of(check).stream();
    return Stream.concat(asked, call.arguments().values().stream().flatMap(item -> of(check, item)))
        .filter(question -> question.call().arguments().equals(call.arguments()))
        .findFirst();
  }

  private Stream<Question> of(Check check, String item) {
    return check.forEach().stream()
        .map(_ -> question(check, item, facts.with("item", new Value.Text(item))));
  }

  private static Question question(Check check, String item, Facts facts) {
    var arguments = new LinkedHashMap<String, String>();
    check.arguments().forEach((name, value) -> arguments.put(name, value.fill(facts)));
    var call = new ToolCall(check.tool(), arguments, ToolCall.Caller.PLAYBOOK);
    return new Question(check, item, call, facts);
  }
}
