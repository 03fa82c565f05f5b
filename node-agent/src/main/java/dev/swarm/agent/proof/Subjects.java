package dev.swarm.agent.proof;

import dev.swarm.tools.rows.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a mind's name for a subject means this row or that. */
final class Subjects {
  private static final Set<String> FILLER =
      Set.of(
          "the",
          "a",
          "an",
          "of",
          "on",
          "at",
          "in",
          "file",
          "system",
          "filesystem",
          "volume",
          "mount",
          "partition",
          "disk",
          "unit",
          "service",
          "process",
          "host",
          "interface",
          "device",
          "pid",
          "root",
          "drive",
          "container",
          "certificate",
          "user",
          "port",
          "server",
          "daemon");

  private Subjects() {}

  /** Whether {@code name} means {@code row}; an empty name means whatever is cited. */
  static boolean mean(String name, Row row) {
    return mean(name, row.subject(), row.kind());
  }

  /** Whether {@code name} means a {@code kind} called {@code subject}. */
  static boolean mean(String name, String subject, String kind) {
    var wanted = normal(name);
    var is = normal(subject);
    if (wanted.isEmpty() || wanted.equals(is) || wanted.equals(normal(kind) + " " + is)) {
      return true;
    }
    if (is.equals("/") && Set.of("root", "root filesystem", "root file system").contains(wanted)) {
      return true;
    }
    var bare = bare(wanted, kind);
    return !bare.isEmpty()
        && (bare.equals(bare(is, kind))
            || bare.equals(List.of(stem(is)))
            || bare.equals(List.of(is)));
  }

  /** The words of a name without those that only say what kind of thing it is. */
  private static List<String> bare(String name, String kind) {
    var kinds = List.of(normal(kind).split(" "));
    var words = Arrays.stream(name.split("[ :=()'\"`]+")).filter(word -> !word.isEmpty()).toList();
    var bare =
        words.stream().filter(word -> !FILLER.contains(word) && !kinds.contains(word)).toList();
    return bare.isEmpty() ? words : bare;
  }

  /** {@code nginx} of {@code nginx.service}. */
  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0
            && Set.of("service", "socket", "timer", "mount", "target")
                .contains(name.substring(dot + 1))
        ? name.substring(0, dot)
        : name;
  }

  private static String normal(String text) {
    return text.strip()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace('-', ' ')
        .replaceAll("\\s+", " ");
  }
}
