package dev.swarm.tools.rows;

import dev.swarm.tools.expression.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What names mean while a row is being made. A declared field that is missing is missing: it never
 * falls through to a fact of the host with the same name.
 */
record RowScope(
    RowRules rules, Partial partial, Optional<String> subject, Samples samples, Scope facts)
    implements Scope {

  RowScope(RowRules rules, Partial partial, Samples samples, Scope facts) {
    this(rules, partial, Optional.empty(), samples, facts);
  }

  /** Once it is known which one the row is about. */
  RowScope about(String named) {
    return new RowScope(rules, partial, Optional.of(named), samples, facts);
  }

  @Override
  public Optional<Value> name(String name) {
    Value value = partial.values().get(name);
    if (value != null) {
      return Optional.of(value);
    }
    if (isDeclared(name)) {
      return Optional.empty();
    }
    return switch (name) {
      case "subject" -> subject.map(Value.Text::new);
      case "kind" -> Optional.of(new Value.Text(rules.kind()));
      default -> facts.name(name);
    };
  }

  @Override
  public Optional<Row> earlier() {
    return samples.earlier(subject.orElseGet(this::named));
  }

  @Override
  public double elapsedSeconds() {
    return samples.elapsedSeconds();
  }

  @Override
  public List<Row> group() {
    return List.of(row());
  }

  @Override
  public Scope at(Row row) {
    return facts.at(row);
  }

  /** The subject as the values so far tell it. */
  String named() {
    return rules.subject().key(this).orElseGet(() -> rules.subject().fill(this));
  }

  /** The row as far as it is made, its fields in the order declared. */
  Row row() {
    Map<String, Value> ordered = new LinkedHashMap<>();
    for (Field field : rules.fields()) {
      Value value = partial.values().get(field.name());
      if (value != null) {
        ordered.put(field.name(), value);
      }
    }
    return new Row(rules.kind(), subject.orElse(""), partial.lines(), ordered);
  }

  private boolean isDeclared(String name) {
    for (Field field : rules.fields()) {
      if (field.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
