package dev.swarm.tools.catalog;

import dev.swarm.tools.yaml.Nearest;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads where a form looks: exactly one of a program, files, directories or a reader. */
final class SourceReader {
  private static final List<String> READERS = List.of("processes", "open-deleted", "descriptors");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_-]*)}");

  /** Programs that run what their arguments say; see also gtfobins.org, “Shell” and “Command”. */
  private static final Set<String> RUNNERS =
      Set.of(
          "sh",
          "bash",
          "dash",
          "ash",
          "zsh",
          "ksh",
          "csh",
          "tcsh",
          "fish",
          "env",
          "eval",
          "xargs",
          "sudo",
          "doas",
          "su",
          "runuser",
          "pkexec",
          "nice",
          "ionice",
          "nohup",
          "setsid",
          "stdbuf",
          "timeout",
          "watch",
          "script",
          "chroot",
          "nsenter",
          "unshare",
          "flock",
          "strace",
          "ssh",
          "python",
          "python3",
          "perl",
          "ruby",
          "node",
          "php",
          "lua",
          "awk",
          "gawk",
          "mawk",
          "ed",
          "vi",
          "vim",
          "expect",
          "osascript");

  private final YamlMap map;
  private final List<Parameter> parameters;

  private SourceReader(YamlMap map, List<Parameter> parameters) {
    this.map = map;
    this.parameters = parameters;
  }

  static Optional<Source> read(YamlMap map, List<Parameter> parameters) {
    return new SourceReader(map, parameters).source();
  }

  /** The parameters that {@code source} names. */
  static List<String> named(Source source) {
    var names = new ArrayList<String>();
    for (var word : words(source)) {
      PLACEHOLDER.matcher(word).results().forEach(match -> names.add(match.group(1)));
    }
    return names;
  }

  private static List<String> words(Source source) {
    return switch (source) {
      case Source.Argv(var words) -> words;
      case Source.Files(var globs) -> globs;
      case Source.Directories(var globs) -> globs;
      case Source.Reader _ -> List.of();
    };
  }

  private Optional<Source> source() {
    var sources = new ArrayList<Source>();
    if (map.has("argv")) {
      sources.add(new Source.Argv(argv()));
    }
    if (map.has("files")) {
      sources.add(new Source.Files(map.readAll("files", this::path)));
    }
    if (map.has("directories")) {
      sources.add(new Source.Directories(map.readAll("directories", this::path)));
    }
    map.oneOf("reader", READERS.toArray(String[]::new))
        .ifPresent(name -> sources.add(new Source.Reader(name)));
    if (sources.size() != 1) {
      map.problem("argv", "exactly one of argv, files, directories, reader");
      return Optional.empty();
    }
    if (map.has("each") && !map.has("argv")) {
      map.problem("each", "only a program can be run for each row of another tool");
    }
    return Optional.of(sources.getFirst());
  }

  private List<String> argv() {
    var words = map.readAll("argv", this::known);
    if (words.isEmpty() || PLACEHOLDER.matcher(words.getFirst()).find()) {
      map.problem("argv", "the program itself is never a parameter");
    } else if (runs(words)) {
      map.problem(
          "argv", "'" + words.getFirst() + "' runs other programs; name the program itself");
    }
    return words;
  }

  private static boolean runs(List<String> words) {
    var program = words.getFirst().replaceAll(".*/", "");
    return RUNNERS.contains(program)
        || (program.equals("busybox") && words.size() > 1 && RUNNERS.contains(words.get(1)));
  }

  /** A word whose placeholders are parameters; with {@code each} they are fields of a row. */
  private String known(String word) {
    var names = parameters.stream().map(Parameter::name).toList();
    var matcher = PLACEHOLDER.matcher(word);
    while (!map.has("each") && matcher.find()) {
      if (!names.contains(matcher.group(1))) {
        throw new IllegalArgumentException(
            "'{"
                + matcher.group(1)
                + "}' is no parameter of this tool"
                + Nearest.hint(matcher.group(1), names));
      }
    }
    if (!map.has("each") && parameters.stream().anyMatch(one -> negative(one, word))) {
      throw new IllegalArgumentException(
          word + " stands alone and may be negative, as an option is; give it 'min: 0'");
    }
    return word;
  }

  private static boolean negative(Parameter parameter, String word) {
    return parameter.type() == Parameter.Type.INTEGER
        && word.equals("{" + parameter.name() + "}")
        && parameter.least().orElse(-1L) < 0;
  }

  /** A path is absolute, by itself or because the parameter that it begins with is. */
  private String path(String glob) {
    boolean absolute =
        parameters.stream()
            .filter(parameter -> parameter.type() == Parameter.Type.PATH)
            .anyMatch(parameter -> glob.startsWith("{" + parameter.name() + "}"));
    var _ = known(glob);
    if (!glob.startsWith("/") && !absolute) {
      throw new IllegalArgumentException("a path is absolute, not '" + glob + "'");
    }
    return glob;
  }
}
