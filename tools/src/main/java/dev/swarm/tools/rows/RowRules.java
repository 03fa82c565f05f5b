package dev.swarm.tools.rows;

import com.google.re2j.Pattern;
import dev.swarm.tools.expression.Expression;
import dev.swarm.tools.expression.Template;
import java.util.List;
import java.util.Optional;

/**
 * How the text of a tool becomes rows.
 *
 * @param skip lines that are no data
 * @param groupBy rows with the same text become one row citing all their lines
 * @param where rows for which it is false are dropped
 * @param strict text without one line of data is unparsable
 */
public record RowRules(
    Grammar grammar,
    Optional<Pattern> skip,
    Optional<Template> groupBy,
    String kind,
    Template subject,
    Optional<Expression> where,
    boolean strict,
    List<Field> fields) {
  public RowRules {
    fields = List.copyOf(fields);
  }
}
