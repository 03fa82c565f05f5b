package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Command.Sight;
import dev.swarm.tools.rows.RowRules;
import dev.swarm.tools.yaml.Durations;
import dev.swarm.tools.yaml.YamlMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one form of a tool. */
final class FormReader {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration DEFAULT = Duration.ofSeconds(5);
  private static final int DEFAULT_CAP = 64 << 10;
  private static final List<String> READERS = List.of("processes", "open-deleted", "descriptors");
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_-]*)}");

  private FormReader() {}

  static Optional<Form> read(YamlMap map, Optional<RowRules> shared, List<Parameter> parameters) {
    var source = source(map, parameters);
    var timeout = map.duration("timeout").orElse(DEFAULT);
    if (timeout.compareTo(LONGEST) > 0 || timeout.toMillis() < 100) {
      map.problem("timeout", "a timeout is from 100ms to 60s");
    }
    int samples = map.integer("samples").orElse(1);
    if (samples != 1 && samples != 2) {
      map.problem("samples", "'samples' is 1 or 2");
    }
    var rows = map.map("rows").flatMap(RowRulesReader::read).or(() -> shared);
    if (rows.isEmpty() && !map.has("rows")) {
      map.problem("argv", "no 'rows' here nor in the tool: how does its text become rows?");
    }
    var sees = new HashSet<Sight>();
    for (var sight : map.texts("sees")) {
      try {
        sees.add(ToolReader.choice(Sight.class, sight));
      } catch (IllegalArgumentException e) {
        map.problem("sees", "'sees': " + e.getMessage());
      }
    }
    var exit = map.map("exit").map(FormReader::exit).orElse(ExitMeaning.ZERO_IS_OK);
    var requires = map.maps("requires").stream().flatMap(FormReader::requirement).toList();
    var form =
        source.flatMap(from ->
            rows.map(rules ->
                new Form(
                    from,
                    map.read("as", text -> ToolReader.choice(Contents.class, text))
                        .orElse(Contents.LINES),
                    requires,
                    timeout,
                    map.read("output-cap", Durations::size).orElse(DEFAULT_CAP),
                    sees,
                    exit,
                    map.text("silent").orElse(""),
                    map.flag("complete", false),
                    map.texts("unknown-if"),
                    map.texts("not-applicable-if"),
                    map.text("absent").filter("unknown"::equals).isPresent(),
                    map.text("each"),
                    map.text("timed-out").filter("finding"::equals).isPresent(),
                    map.flag("largest-first", false),
                    Math.clamp(samples, 1, 2),
                    map.duration("interval").orElse(Duration.ofMillis(500)),
                    rules)));
    map.finish();
    return form;
  }

  private static Optional<Source> source(YamlMap map, List<Parameter> parameters) {
    var sources = new ArrayList<Source>();
    if (map.has("argv")) {
      sources.add(new Source.Argv(map.texts("argv")));
    }
    if (map.has("files")) {
      sources.add(new Source.Files(map.texts("files")));
    }
    if (map.has("directories")) {
      sources.add(new Source.Directories(map.texts("directories")));
    }
    map.text("reader").ifPresent(name -> sources.add(new Source.Reader(name)));
    if (sources.size() != 1) {
      map.problem("argv", "exactly one of argv, files, directories, reader");
      return Optional.empty();
    }
    var source = sources.getFirst();
    if (!map.has("each")) {
      placeholders(map, words(source), parameters);
    } else if (!(source instanceof Source.Argv)) {
      map.problem("each", "only a program can be run for each row of another tool");
    }
    switch (source) {
      case Source.Argv(var words) -> program(map, words);
      case Source.Reader(var name) -> {
        if (!READERS.contains(name)) {
          map.problem("reader", "expected one of " + String.join(", ", READERS));
        }
      }
      case Source.Files(var globs) -> absolute(map, "files", globs);
      case Source.Directories(var globs) -> absolute(map, "directories", globs);
    }
    return Optional.of(source);
  }

  static List<String> words(Source source) {
    return switch (source) {
      case Source.Argv(var words) -> words;
      case Source.Files(var globs) -> globs;
      case Source.Directories(var globs) -> globs;
      case Source.Reader _ -> List.of();
    };
  }

  private static void program(YamlMap map, List<String> words) {
    if (words.isEmpty() || PLACEHOLDER.matcher(words.getFirst()).find()) {
      map.problem("argv", "the program itself is never a parameter");
    } else if (Set.of("sh", "bash", "dash", "zsh", "ksh", "env", "eval", "xargs", "sudo")
        .contains(words.getFirst().replaceAll(".*/", ""))) {
      map.problem(
          "argv", "'" + words.getFirst() + "' runs other programs; name the program itself");
    }
  }

  private static void absolute(YamlMap map, String key, List<String> globs) {
    for (var glob : globs) {
      if (!glob.startsWith("/") && !glob.startsWith("{")) {
        map.problem(key, "a path is absolute, not '" + glob + "'");
      }
    }
  }

  private static void placeholders(YamlMap map, List<String> words, List<Parameter> parameters) {
    var names = parameters.stream().map(Parameter::name).toList();
    for (var word : words) {
      var matcher = PLACEHOLDER.matcher(word);
      while (matcher.find()) {
        if (!names.contains(matcher.group(1))) {
          map.problem("argv", "'{" + matcher.group(1) + "}' is no parameter of this tool");
        }
      }
    }
  }

  private static ExitMeaning exit(YamlMap map) {
    var exit = new ExitMeaning(codes(map, "ok"), codes(map, "nothing"), codes(map, "finding"));
    map.finish();
    return exit;
  }

  private static Set<Integer> codes(YamlMap map, String key) {
    var codes = new HashSet<Integer>();
    for (var text : map.texts(key)) {
      if (text.matches("[0-9]{1,3}")) {
        codes.add(Integer.valueOf(text));
      } else {
        map.problem(key, "an exit code is a number from 0 to 255, not '" + text + "'");
      }
    }
    return codes;
  }

  private static java.util.stream.Stream<Requirement> requirement(YamlMap map) {
    var reason = map.text("reason");
    boolean notApplicable = map.text("absent").filter("not-applicable"::equals).isPresent();
    for (var kind : Requirement.Kind.values()) {
      var value = map.text(kind.name().toLowerCase(java.util.Locale.ROOT));
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
