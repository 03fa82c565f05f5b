package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scope of checks and templates: facts of the host, and on top of them the row at hand, its
 * group and values given by name. A name is looked up in the row's fields, then among the values
 * given, then as {@code subject} and {@code kind} of the row, then as {@code count}, then among the
 * facts. Immutable: each method gives another scope. Any thread.
 */
public final class Facts implements Scope {
  private final Map<String, Value> host;
  private final Map<String, Value> given;
  private final Optional<Row> row;
  private final Optional<List<Row>> group;
  private final Map<String, Optional<Row>> earlier;
  private final double elapsedSeconds;

  private Facts(
      Map<String, Value> host,
      Map<String, Value> given,
      Optional<Row> row,
      Optional<List<Row>> group,
      Map<String, Optional<Row>> earlier,
      double elapsedSeconds) {
    this.host = host;
    this.given = given;
    this.row = row;
    this.group = group;
    this.earlier = earlier;
    this.elapsedSeconds = elapsedSeconds;
  }

  /** Facts of the host alone: {@code cores}, {@code memory_total}, {@code now} … */
  public static Facts of(Map<String, Value> host) {
    return new Facts(Map.copyOf(host), Map.of(), Optional.empty(), Optional.empty(), Map.of(), 0);
  }

  /** With a row at hand; without a group given, that row is a group of one. */
  @Override
  public Facts at(Row at) {
    return new Facts(host, given, Optional.of(at), group, earlier, elapsedSeconds);
  }

  /** With the rows that aggregates run over and {@code count} counts. */
  public Facts with(List<Row> rows) {
    return new Facts(host, given, row, Optional.of(List.copyOf(rows)), earlier, elapsedSeconds);
  }

  /** With a value by name, {@code item} for instance. */
  public Facts with(String name, Value value) {
    Map<String, Value> more = new HashMap<>(given);
    more.put(name, value);
    return new Facts(host, Map.copyOf(more), row, group, earlier, elapsedSeconds);
  }

  /**
   * With the rows of the first sample, for {@code delta} and {@code rate}. A subject that stands
   * there twice is compared with neither.
   *
   * @param elapsed seconds between the samples
   */
  public Facts withEarlier(List<Row> rows, double elapsed) {
    Map<String, Optional<Row>> bySubject = new HashMap<>();
    for (Row each : rows) {
      bySubject.merge(each.subject(), Optional.of(each), (_, _) -> Optional.empty());
    }
    return new Facts(host, given, row, group, Map.copyOf(bySubject), elapsed);
  }

  @Override
  public Optional<Value> name(String name) {
    Optional<Value> found =
        row.flatMap(at -> at.field(name))
            .or(() -> Optional.ofNullable(given.get(name)))
            .or(() -> ofRow(name));
    if (found.isPresent()) {
      return found;
    }
    if (name.equals("count")) {
      return Value.quantity(group().size(), Unit.NONE);
    }
    return Optional.ofNullable(host.get(name));
  }

  @Override
  public Optional<Row> earlier() {
    return row.flatMap(at -> earlier.getOrDefault(at.subject(), Optional.empty()));
  }

  @Override
  public double elapsedSeconds() {
    return elapsedSeconds;
  }

  @Override
  public List<Row> group() {
    return group.orElseGet(() -> row.map(List::of).orElse(List.of()));
  }

  private Optional<Value> ofRow(String name) {
    return switch (name) {
      case "subject" -> row.map(at -> new Value.Text(at.subject()));
      case "kind" -> row.map(at -> new Value.Text(at.kind()));
      default -> Optional.empty();
    };
  }
}
