package dev.swarm.agent.proof;

import java.util.Locale;

/** Names for many rows at once: {@code failed units}, {@code memory}, {@code the host}. */
final class Aggregate {
  private Aggregate() {}

  /** Whether {@code name} means all the rows cited, by their kind or by the tool's own name. */
  static boolean names(String name, Cited cited) {
    var plain = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    var tool = cited.look().call().tool().replace('-', ' ');
    if (plain.equals(tool) || plain.equals("host") || plain.equals("this host")) {
      return true;
    }
    return cited.rows().stream()
        .map(row -> row.kind().toLowerCase(Locale.ROOT))
        .anyMatch(kind -> plain.endsWith(kind) || plain.endsWith(kind + "s"));
  }
}
