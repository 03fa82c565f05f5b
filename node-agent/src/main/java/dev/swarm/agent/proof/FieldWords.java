package dev.swarm.agent.proof;

import dev.swarm.protocol.prose.Tokens;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which values of a row a text means: by the name of a field, or by words around a number. */
final class FieldWords {
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^_|_$");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+$");
  private static final int LEAST_LETTERS = 4;

  /** Words of a field's name that many others share. */
  private static final Set<String> VAGUE =
      Set.of(
          "percent", "bytes", "seconds", "state", "since", "last", "some", "time", "type", "name");

  private static final Map<String, String> SAME =
      Map.of(
          "free",
          "available",
          "left",
          "available",
          "remaining",
          "available",
          "full",
          "used",
          "usage",
          "used",
          "utilization",
          "utilisation",
          "capacity",
          "size",
          "occupied",
          "used");

  private FieldWords() {}

  /** The field of {@code row} that {@code name} means: {@code Used Percent}, {@code used%}. */
  static Optional<String> named(String name, Row row) {
    var plain = plain(name);
    return row.fields().keySet().stream()
        .filter(field -> field.equals(name))
        .findFirst()
        .or(() ->
            row.fields().keySet().stream().filter(field -> plain(field).equals(plain)).findFirst());
  }

  private static String plain(String name) {
    var spelled = name.toLowerCase(Locale.ROOT).replace("%", "_percent");
    var plain = OTHER.matcher(spelled).replaceAll("_");
    return EDGES.matcher(plain).replaceAll("");
  }

  /** The values whose fields are called by most of {@code words}; empty where none is. */
  static List<Value> meant(List<String> words, List<Row> rows) {
    var wanted = new HashSet<String>();
    for (var word : words) {
      wanted.add(word);
      wanted.add(SAME.getOrDefault(word, word));
    }
    var best = new ArrayList<Value>();
    int most = 1;
    for (var row : rows) {
      for (var field : row.fields().entrySet()) {
        int shared = shared(field.getKey(), wanted);
        if (shared > most) {
          best.clear();
          most = shared;
        }
        if (shared == most) {
          best.add(field.getValue());
        }
      }
    }
    return best;
  }

  private static int shared(String field, Set<String> wanted) {
    int shared = 0;
    for (var word : Tokens.split(field)) {
      var stem = DIGITS.matcher(word).replaceAll("");
      if (stem.length() >= LEAST_LETTERS && !VAGUE.contains(stem) && wanted.contains(stem)) {
        shared++;
      }
    }
    return shared;
  }
}
