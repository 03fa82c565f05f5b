package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.List;
import java.util.Optional;

/** What the names in an expression mean where it is evaluated. */
public interface Scope {

  /** A field of the row at hand, or a fact of the host ({@code cores}, {@code now} …). */
  Optional<Value> name(String name);

  /** The same row in the first of two samples; empty where there is none. */
  Optional<Row> earlier();

  /** Seconds between the two samples; 0 where there is only one. */
  double elapsedSeconds();

  /** The rows that aggregates run over; a single row is a group of one. */
  List<Row> group();

  /** This scope with another row at hand, for conditions inside aggregates. */
  Scope at(Row row);
}
