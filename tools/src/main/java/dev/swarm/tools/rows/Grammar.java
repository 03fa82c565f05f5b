package dev.swarm.tools.rows;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** How a text falls into records of named raw texts, before fields are typed. */
public sealed interface Grammar {

  /** Split at white space, or at {@code separator}; the last column takes the rest. */
  record Columns(List<String> names, Optional<String> separator) implements Grammar {
    public Columns {
      names = List.copyOf(names);
    }
  }

  /** Named groups of the first pattern that matches a line. */
  record Lines(List<Pattern> patterns) implements Grammar {
    public Lines {
      patterns = List.copyOf(patterns);
    }
  }

  /** {@code key<separator>value} lines; a blank line or the {@code start} key begins a record. */
  record Pairs(String separator, Optional<String> start) implements Grammar {}

  /** Elements of a JSON document, or one document a line. */
  record Json(String pointer, boolean perLine) implements Grammar {}
}
