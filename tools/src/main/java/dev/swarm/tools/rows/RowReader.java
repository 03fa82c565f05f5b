package dev.swarm.tools.rows;

import dev.swarm.tools.expression.Scope;
import java.util.List;

/** Reads rows out of text by {@link RowRules}. */
public final class RowReader {
  private RowReader() {}

  /**
   * The rows of one sample.
   *
   * @param lines the clean text, line by line
   * @param firstLine the number of {@code lines.get(0)} in the whole text, counted from 1
   * @param facts facts of the host
   * @param earlier rows of the first sample, empty for the first itself
   * @param elapsedSeconds between the samples
   */
  public static Rows read(
      RowRules rules,
      List<String> lines,
      int firstLine,
      Scope facts,
      List<Row> earlier,
      double elapsedSeconds) {
    return new Reading(rules, facts, new Samples(earlier, elapsedSeconds)).read(lines, firstLine);
  }
}
