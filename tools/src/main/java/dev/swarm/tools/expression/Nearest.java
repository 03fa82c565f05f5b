package dev.swarm.tools.expression;

import java.util.Comparator;
import java.util.List;

/** Finds what an author probably meant: the name with the fewest changed letters. */
final class Nearest {
  private Nearest() {}

  static String to(String word, List<String> names) {
    return names.stream().min(Comparator.comparingInt(name -> distance(word, name))).orElseThrow();
  }

  /** Levenshtein's distance, row by row. */
  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    for (int column = 0; column < before.length; column++) {
      before[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] now = new int[before.length];
      now[0] = row;
      for (int column = 1; column < now.length; column++) {
        int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int insert = Math.min(now[column - 1], before[column]) + 1;
        now[column] = Math.min(insert, before[column - 1] + change);
      }
      before = now;
    }
    return before[right.length()];
  }
}
