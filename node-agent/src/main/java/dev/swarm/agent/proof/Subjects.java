package dev.swarm.agent.proof;

import dev.swarm.protocol.prose.Tokens;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How near a mind's name for a subject comes to what a row is called. */
final class Subjects {
  /** Say what kind of thing is meant, not which one. */
  static final Set<String> KINDS =
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
          "point",
          "partition",
          "disk",
          "drive",
          "device",
          "unit",
          "service",
          "daemon",
          "server",
          "process",
          "interface",
          "container",
          "certificate",
          "user",
          "port",
          "pool",
          "array",
          "pid",
          "mounted",
          "called",
          "named");

  private static final Set<String> SUFFIXES =
      Set.of("service", "socket", "timer", "mount", "target", "path", "swap", "slice", "scope");
  private static final Set<String> NUMBERED = Set.of("pid", "process", "the");
  private static final Pattern PROCESS = Pattern.compile("(.+) \\(pid (\\d+)\\)");
  private static final Pattern MARKS = Pattern.compile("[\\[\\](),:#=]");

  private Subjects() {}

  /** How near a name comes, farthest first. */
  enum Nearness {
    NONE,
    /** A value that the row holds: the device of a file system. */
    VALUE,
    /** But for upper and lower case. */
    CASE,
    /** But for words that say what kind of thing it is. */
    KIND,
    EXACT;

    Nearness orElse(Nearness other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  static Nearness of(String name, Row row) {
    var near = of(name, row.subject(), row.kind());
    return near == Nearness.NONE && value(name, row) ? Nearness.VALUE : near;
  }

  /** How near {@code name} comes to a {@code kind} that is called {@code subject}. */
  static Nearness of(String name, String subject, String kind) {
    var is = Tokens.squeezed(subject);
    var wanted = unquoted(Tokens.squeezed(name));
    if (wanted.equals(is)) {
      return Nearness.EXACT;
    }
    var process = PROCESS.matcher(is);
    if (process.matches() && process(wanted, process.group(1), process.group(2))) {
      return Nearness.KIND;
    }
    var bare = bare(wanted, kind);
    if (bare.isEmpty()) {
      return Nearness.NONE;
    }
    var stem = stem(is);
    if (bare.equals(is) || bare.equals(stem) || root(bare, is)) {
      return Nearness.KIND;
    }
    boolean path = bare.indexOf('/') >= 0;
    return !path && (bare.equalsIgnoreCase(is) || bare.equalsIgnoreCase(stem))
        ? Nearness.CASE
        : Nearness.NONE;
  }

  private static boolean root(String name, String subject) {
    return subject.equals("/")
        && (name.equalsIgnoreCase("root") || name.equalsIgnoreCase("rootfs"));
  }

  /** {@code java}, {@code pid 12}, {@code java[12]}, {@code java (pid 12)}. */
  private static boolean process(String name, String command, String pid) {
    var plain = MARKS.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    var words = new ArrayList<>(Tokens.of(plain));
    boolean numbered = words.removeAll(NUMBERED);
    var left = String.join(" ", words);
    var is = Tokens.squeezed(MARKS.matcher(command).replaceAll(" ")).toLowerCase(Locale.ROOT);
    return left.equals(is)
        || left.equals(is + " " + pid)
        || left.equals(pid + " " + is)
        || (numbered && left.equals(pid));
  }

  private static boolean value(String name, Row row) {
    var wanted = unquoted(Tokens.squeezed(name));
    var bare = bare(wanted, row.kind());
    return row.fields().values().stream()
        .filter(Value.Text.class::isInstance)
        .map(Value::raw)
        .anyMatch(text -> text.equals(wanted) || text.equals(bare));
  }

  /** The name without words that only say what kind of thing it is; empty if nothing is left. */
  private static String bare(String name, String kind) {
    var kinds = new HashSet<>(KINDS);
    kinds.addAll(Tokens.split(kind));
    return Tokens.of(name).stream()
        .map(Subjects::unquoted)
        .filter(word -> !kinds.contains(word.toLowerCase(Locale.ROOT)))
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  /** {@code nginx} of {@code nginx.service}. */
  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && SUFFIXES.contains(name.substring(dot + 1)) ? name.substring(0, dot) : name;
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    return last > 1
            && "'\"`“‘".indexOf(text.charAt(0)) >= 0
            && "'\"`”’".indexOf(text.charAt(last)) >= 0
        ? text.substring(1, last)
        : text;
  }

  /** The rows of {@code all} that the name comes nearest to; several only where they are alike. */
  static List<Row> meant(String name, List<Row> all) {
    var best = all.stream().map(row -> of(name, row)).reduce(Nearness.NONE, Nearness::orElse);
    if (best == Nearness.NONE) {
      return List.of();
    }
    var meant = all.stream().filter(row -> of(name, row) == best).toList();
    boolean ambiguous =
        best == Nearness.CASE && meant.stream().map(Row::subject).distinct().count() > 1;
    return ambiguous ? List.of() : meant;
  }

  /** How a subject is called in a sentence: {@code java} for {@code java (pid 12)}. */
  static String shortly(String subject) {
    var process = PROCESS.matcher(subject);
    return process.matches() ? process.group(1) : stem(subject);
  }
}
