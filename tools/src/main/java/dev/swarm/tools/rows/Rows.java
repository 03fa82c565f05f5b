package dev.swarm.tools.rows;

import java.util.List;

/** What parsing a tool's text gave. */
public sealed interface Rows {

  record Parsed(List<Row> rows) implements Rows {
    public Parsed {
      rows = List.copyOf(rows);
    }
  }

  /** There was text, and none of it was understood. */
  record Unparsable(String reason) implements Rows {}
}
