package dev.swarm.tools.expression;

import java.math.BigInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares versions part by part: runs of digits as numbers, runs of letters as text. */
final class Versions {
  private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+|~");

  private Versions() {}

  /** The sign of left compared with right; {@code 6.1.0-20} comes after {@code 6.1.0-9}. */
  static int compare(String left, String right) {
    var first = PART.matcher(left).results().map(MatchResult::group).toList();
    var second = PART.matcher(right).results().map(MatchResult::group).toList();
    for (int at = 0; at < Math.min(first.size(), second.size()); at++) {
      int sign = part(first.get(at), second.get(at));
      if (sign != 0) {
        return sign;
      }
    }
    return first.size() == second.size() ? 0 : longer(first.size() > second.size(), first, second);
  }

  /** More parts are later, unless the first of them is a tilde: {@code 2.0~rc1} precedes 2.0. */
  private static int longer(
      boolean left, java.util.List<String> first, java.util.List<String> second) {
    var next = left ? first.get(second.size()) : second.get(first.size());
    return left == !next.equals("~") ? 1 : -1;
  }

  /** Numbers come after letters, and a tilde before everything. */
  private static int part(String left, String right) {
    int kinds = Integer.compare(kind(left), kind(right));
    if (kinds != 0) {
      return kinds;
    }
    return kind(left) == 2
        ? new BigInteger(left).compareTo(new BigInteger(right))
        : Integer.signum(left.compareTo(right));
  }

  private static int kind(String part) {
    char letter = part.charAt(0);
    return letter == '~' ? 0 : letter <= '9' ? 2 : 1;
  }
}
