package dev.swarm.agent.proof;

import dev.swarm.tools.rows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Keeps, of the lines cited, those that speak of a claim's subject. */
final class Subjected {
  private Subjected() {}

  /** The citations that speak of the subject; empty where none does. */
  static List<Cited> of(Claim claim, List<Cited> cited) {
    if (claim.subject().isBlank()) {
      return cited;
    }
    var about = new ArrayList<Cited>();
    for (var one : cited) {
      var rows = one.rows();
      var meant = rows.stream().filter(row -> Subjects.mean(claim.subject(), row)).toList();
      if (!meant.isEmpty()) {
        about.add(new Cited(one.look(), linesOf(one, meant)));
      } else if (claim.check().isPresent() || inWords(claim, one)) {
        about.add(one);
      }
    }
    return about;
  }

  private static List<Integer> linesOf(Cited cited, List<Row> rows) {
    return cited.lines().stream()
        .filter(line -> rows.stream().anyMatch(row -> row.lines().contains(line)))
        .toList();
  }

  /** Lines without rows, or a subject that is the words of a field rather than a row's name. */
  private static boolean inWords(Claim claim, Cited cited) {
    var name = claim.subject().strip().toLowerCase(Locale.ROOT);
    boolean argument =
        cited.look().call().arguments().values().stream()
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).equals(name));
    boolean whole =
        cited.words().stream().anyMatch(line -> wordIn(line.toLowerCase(Locale.ROOT), name));
    return argument || whole || Aggregate.names(name, cited);
  }

  private static boolean wordIn(String line, String name) {
    int at = line.indexOf(name);
    while (at >= 0) {
      boolean begins = at == 0 || !partOfName(line.charAt(at - 1));
      int end = at + name.length();
      if (begins && (end == line.length() || !partOfName(line.charAt(end)))) {
        return true;
      }
      at = line.indexOf(name, at + 1);
    }
    return false;
  }

  private static boolean partOfName(char character) {
    return Character.isLetterOrDigit(character) || character == '/' || character == '_';
  }

  /** What the lines do speak of, for the one who has to mend the claim. */
  static String spokenOf(List<Cited> cited) {
    return cited.stream()
        .flatMap(one -> one.rows().stream())
        .map(Row::subject)
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }
}
