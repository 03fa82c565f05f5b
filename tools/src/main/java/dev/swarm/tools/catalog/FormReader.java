package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Command.Sight;
import dev.swarm.tools.rows.RowRules;
import dev.swarm.tools.yaml.Chosen;
import dev.swarm.tools.yaml.Durations;
import dev.swarm.tools.yaml.YamlMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one form of a tool. */
final class FormReader {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration DEFAULT = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration DEFAULT_INTERVAL = Duration.ofMillis(500);
  private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(10);
  private static final int DEFAULT_CAP = 64 << 10;

  private FormReader() {}

  /**
   * The form, or empty with its mistakes noted.
   *
   * @param shared the row rules of the tool; empty where it states none, or none that hold
   * @param stated whether the tool states row rules, be they right or wrong
   */
  static Optional<Form> read(
      YamlMap map, Optional<RowRules> shared, boolean stated, List<Parameter> parameters) {
    var source = SourceReader.read(map, parameters);
    var timeout = span(map, "timeout", DEFAULT, LONGEST);
    var interval = span(map, "interval", DEFAULT_INTERVAL, LONGEST_INTERVAL);
    var rows = map.map("rows").flatMap(RowRulesReader::read).or(() -> shared);
    if (!stated && !map.has("rows")) {
      map.problem("argv", "no 'rows' here nor in the tool: how does its text become rows?");
    }
    int cap = map.read("output-cap", Durations::size).orElse(DEFAULT_CAP);
    var sees = Set.copyOf(map.readAll("sees", text -> Chosen.of(Sight.class, text)));
    var exit = map.map("exit").map(FormReader::exit).orElse(ExitMeaning.ZERO_IS_OK);
    var requires = map.maps("requires").stream().flatMap(FormReader::requirement).toList();
    var contents = map.read("as", text -> Chosen.of(Contents.class, text)).orElse(Contents.LINES);
    var silent = map.text("silent").orElse("");
    boolean complete = map.flag("complete", false);
    var unknownIf = map.texts("unknown-if");
    var notApplicableIf = map.texts("not-applicable-if");
    boolean absentIsUnknown = map.oneOf("absent", "unknown").isPresent();
    var each = map.text("each");
    boolean timedOutIsFinding = map.oneOf("timed-out", "finding").isPresent();
    boolean largestFirst = map.flag("largest-first", false);
    int samples = map.oneOf("samples", "1", "2").map(Integer::valueOf).orElse(1);
    map.finish();
    return source.flatMap(from ->
        rows.map(rules ->
            new Form(
                from,
                contents,
                requires,
                timeout,
                cap,
                sees,
                exit,
                silent,
                complete,
                unknownIf,
                notApplicableIf,
                absentIsUnknown,
                each,
                timedOutIsFinding,
                largestFirst,
                samples,
                interval,
                rules)));
  }

  private static Duration span(YamlMap map, String key, Duration fallback, Duration longest) {
    var span = map.duration(key).orElse(fallback);
    if (span.compareTo(SHORTEST) < 0 || span.compareTo(longest) > 0) {
      map.problem(key, "'" + key + "' is from 100ms to " + longest.toSeconds() + "s");
      return fallback;
    }
    return span;
  }

  private static ExitMeaning exit(YamlMap map) {
    var exit = new ExitMeaning(codes(map, "ok"), codes(map, "nothing"), codes(map, "finding"));
    map.finish();
    return exit;
  }

  private static Set<Integer> codes(YamlMap map, String key) {
    return Set.copyOf(map.readAll(key, FormReader::code));
  }

  private static Integer code(String text) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 255) {
      throw new IllegalArgumentException(
          "an exit code is a number from 0 to 255, not '" + text + "'");
    }
    return Integer.valueOf(text);
  }

  private static java.util.stream.Stream<Requirement> requirement(YamlMap map) {
    var reason = map.text("reason");
    boolean notApplicable = map.oneOf("absent", "not-applicable").isPresent();
    for (var kind : Requirement.Kind.values()) {
      var key = kind.name().toLowerCase(java.util.Locale.ROOT);
      var value = kind == Requirement.Kind.PRIVILEGE ? map.oneOf(key, "root") : map.text(key);
      if (value.isPresent()) {
        map.finish();
        return java.util.stream.Stream.of(
            new Requirement(
                kind,
                value.get(),
                reason.orElseGet(() -> reason(kind, value.get())),
                notApplicable));
      }
    }
    map.problem("binary", "a requirement is one of binary, file, directory, privilege");
    return java.util.stream.Stream.of();
  }

  private static String reason(Requirement.Kind kind, String value) {
    return switch (kind) {
      case BINARY -> value + " is not installed";
      case FILE, DIRECTORY -> value + " does not exist";
      case PRIVILEGE -> "needs " + value;
    };
  }
}
