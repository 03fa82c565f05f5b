package dev.swarm.tools.catalog;

import java.util.List;
import java.util.stream.Stream;

/** Every mistake that a person, or a broken disk, has made in a file of tools so far. */
final class BrokenFiles {
  /** A file without mistake: {@code good} must load whatever happens to {@code bad}. */
  static final String SOUND =
      """
      tools:
        - name: good
          description: Stays good.
          area: storage
          linux:
            - files: [/proc/uptime]
          rows: {grammar: columns, columns: [up], kind: time, subject: "{up}", fields: {up: {type: seconds}}}
        - name: bad
          description: Becomes bad.
          area: storage
          cost: cheap
          parameters:
            path: {type: path, description: Where., required: true}
            lines: {type: integer, description: How many., default: "10", min: 1, max: 99}
            level: {type: choice, description: Which., choices: [err, info], default: err}
          linux:
            - argv: [look, "--lines={lines}", "--level={level}", --, "{path}"]
              requires: [{binary: look}]
              timeout: 3s
              output-cap: 64KiB
              sees: [network]
              exit: {ok: [0], nothing: [1]}
              unknown-if: ["No such"]
              absent: unknown
              samples: 2
              interval: 500ms
          macos:
            - files: [/etc/hosts]
          rows:
            grammar: lines
            skip: '^#'
            lines: ['^(?<name>\\S+) (?<used>\\d+)$']
            kind: thing
            subject: "{name}"
            where: "used > 0"
            fields:
              name: {type: text}
              used: {type: bytes, at: used}
              twice: {type: bytes, from: "2 * used"}
      """;

  /**
   * A mistake.
   *
   * @param right what stands in the sound file, and is replaced
   * @param wrong what stands there instead
   * @param says what the message about that line must say
   */
  record Mistake(String right, String wrong, String says) {
    String file() {
      if (!SOUND.contains(right)) {
        throw new AssertionError("the sound file has no: " + right);
      }
      int at = SOUND.lastIndexOf(right);
      return SOUND.substring(0, at) + wrong + SOUND.substring(at + right.length());
    }

    /**
     * The line on which the right text begins; the mistake is named on it or on a later one of its
     * own.
     */
    int firstLine() {
      return line(SOUND.lastIndexOf(right));
    }

    int lastLine() {
      return line(SOUND.lastIndexOf(right) + Math.max(0, wrong.length() - 1), file());
    }

    private static int line(int at) {
      return line(at, SOUND);
    }

    private static int line(int at, String text) {
      return (int)
              text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count()
          + 1;
    }

    @Override
    public String toString() {
      return wrong.isBlank() ? "without " + right.strip() : wrong.strip();
    }
  }

  private BrokenFiles() {}

  /** Mistakes within the definition of {@code bad}. */
  static Stream<Mistake> definitions() {
    return Stream.of(ofTheTool(), ofParameters(), ofTheForm(), ofRows()).flatMap(List::stream);
  }

  private static List<Mistake> ofTheTool() {
    return List.of(
        new Mistake("name: bad", "name: Bad Tool", "lower-case words joined by hyphens"),
        new Mistake("name: bad", "name: [bad]", "single value"),
        new Mistake("name: bad", "name: good", "stands twice"),
        new Mistake("name: bad", "name:", "'name' has no value"),
        new Mistake("name: bad", "nam: bad", "did you mean 'name'?"),
        new Mistake(
            "description: Becomes bad.", "descripton: Becomes bad.", "did you mean 'description'?"),
        new Mistake("area: storage\n    cost", "area: Storage!\n    cost", "lower-case words"),
        new Mistake("area: storage\n    cost", "cost", "'area' is missing"),
        new Mistake(
            "cost: cheap", "cost: gratis", "expected one of cheap, moderate, heavy, not 'gratis'"),
        new Mistake("cost: cheap", "cost: cheap\n    cost: heavy", "the key 'cost' stands twice"),
        new Mistake("cost: cheap", "shell: true", "unknown key 'shell'"),
        new Mistake(
            "    macos:\n      - files", "    windows:\n      - files", "unknown key 'windows'"));
  }

  private static List<Mistake> ofParameters() {
    return List.of(
        new Mistake("path: {type: path,", "path: {type: file,", "expected one of path, name, unit"),
        new Mistake("path: {type: path,", "path: {typ: path,", "did you mean 'type'?"),
        new Mistake(
            "path: {type: path, description: Where., required: true}",
            "path: path",
            "'key: value' pairs"),
        new Mistake("description: Where., ", "", "'description' is missing"),
        new Mistake("required: true}", "required: maybe}", "expected true or false, not 'maybe'"),
        new Mistake("required: true}", "required: true, default: /var}", "needs no 'default'"),
        new Mistake(
            "required: true}",
            "required: false, default: ../etc}",
            "the default 'path' is no absolute path"),
        new Mistake("default: \"10\"", "default: \"0\"", "the default 'lines' is below 1"),
        new Mistake("default: \"10\"", "default: many", "the default 'lines' is no whole number"),
        new Mistake("max: 99}", "max: 0}", "'min' is above 'max'"),
        new Mistake("max: 99}", "max: ninety}", "expected a duration"),
        new Mistake("choices: [err, info], ", "", "'choices' is a list"),
        new Mistake(
            "choices: [err, info]", "choices: [error]", "the default 'level' is not one of error"),
        new Mistake("level: {type: choice", "Level!: {type: choice", "lower-case letters"),
        new Mistake(
            "      level:",
            "      depth: {type: integer, description: Unused.}\n      level:",
            "no form uses the parameter 'depth'"));
  }

  private static List<Mistake> ofTheForm() {
    return List.of(
        new Mistake("argv: [look,", "argv: [sh, -c,", "'sh' runs other programs"),
        new Mistake("argv: [look,", "argv: [/bin/bash, -c,", "runs other programs"),
        new Mistake("argv: [look,", "argv: [/usr/bin/env, look,", "runs other programs"),
        new Mistake("argv: [look,", "argv: [sudo, look,", "runs other programs"),
        new Mistake("argv: [look,", "argv: [busybox, sh,", "runs other programs"),
        new Mistake(
            "argv: [look,", "argv: [\"{path}\",", "the program itself is never a parameter"),
        new Mistake(
            "argv: [look, \"--lines={lines}\", \"--level={level}\", --, \"{path}\"]",
            "argv: []",
            "the program itself"),
        new Mistake(
            "argv: [look, \"--lines={lines}\", \"--level={level}\", --, \"{path}\"]",
            "argv: {look: path}",
            "single value"),
        new Mistake(
            "\"{path}\"]",
            "\"{pth}\"]",
            "'{pth}' is no parameter of this tool, did you mean 'path'?"),
        new Mistake("argv: [look", "agrv: [look", "did you mean 'argv'?"),
        new Mistake(
            "requires: [{binary: look}]",
            "requires: [{program: look}]",
            "a requirement is one of binary"),
        new Mistake(
            "requires: [{binary: look}]",
            "requires: [{privilege: admin}]",
            "expected root, not 'admin'"),
        new Mistake(
            "requires: [{binary: look}]",
            "requires: [{binary: look, absent: skip}]",
            "expected not-applicable, not 'skip'"),
        new Mistake("requires: [{binary: look}]", "requires: look", "is a list"),
        new Mistake("timeout: 3s", "timeout: 10h", "'timeout' is from 100ms to 60s"),
        new Mistake("timeout: 3s", "timeout: 1ms", "'timeout' is from 100ms to 60s"),
        new Mistake("timeout: 3s", "timeout: soon", "expected a duration such as 500ms"),
        new Mistake("timeout: 3s", "timeout: -3s", "expected a duration"),
        new Mistake("timeout: 3s", "timeout: [3s]", "single value"),
        new Mistake("timeout: 3s", "timout: 3s", "did you mean 'timeout'?"),
        new Mistake("output-cap: 64KiB", "output-cap: 64GB", "expected a size such as 64KiB"),
        new Mistake("output-cap: 64KiB", "output-cap: 99GiB", "a size is from 1 byte to 16 MiB"),
        new Mistake("output-cap: 64KiB", "output-cap: 0", "a size is from 1 byte to 16 MiB"),
        new Mistake(
            "sees: [network]",
            "sees: [the-network]",
            "expected one of processes, network, devices"),
        new Mistake("ok: [0]", "ok: [999]", "a number from 0 to 255, not '999'"),
        new Mistake("ok: [0]", "ok: [-1]", "a number from 0 to 255, not '-1'"),
        new Mistake("ok: [0]", "ok: [zero]", "a number from 0 to 255, not 'zero'"),
        new Mistake("ok: [0]", "fine: [0]", "unknown key 'fine'"),
        new Mistake("exit: {ok: [0], nothing: [1]}", "exit: 0", "'key: value' pairs"),
        new Mistake("absent: unknown", "absent: dunno", "expected unknown, not 'dunno'"),
        new Mistake("samples: 2", "samples: 3", "expected 1 or 2, not '3'"),
        new Mistake("interval: 500ms", "interval: 1h", "'interval' is from 100ms to 10s"),
        new Mistake("interval: 500ms", "each: nothing-there", "there is no tool 'nothing-there'"),
        new Mistake(
            "files: [/etc/hosts]", "files: [etc/hosts]", "a path is absolute, not 'etc/hosts'"),
        new Mistake("files: [/etc/hosts]", "files: [\"{level}/hosts\"]", "a path is absolute"),
        new Mistake("files: [/etc/hosts]", "directories: [..]", "a path is absolute, not '..'"),
        new Mistake(
            "files: [/etc/hosts]",
            "reader: memory",
            "expected processes or open-deleted or descriptors"),
        new Mistake("files: [/etc/hosts]", "{}", "exactly one of argv, files, directories, reader"),
        new Mistake(
            "files: [/etc/hosts]", "{files: [/etc/hosts], reader: processes}", "exactly one of"));
  }

  private static List<Mistake> ofRows() {
    return List.of(
        new Mistake(
            "grammar: lines", "grammar: csv", "'grammar' is one of columns, lines, pairs, json"),
        new Mistake("grammar: lines", "grammer: lines", "did you mean 'grammar'?"),
        new Mistake("skip: '^#'", "skip: '^(#'", "not an RE2 pattern: missing closing )"),
        new Mistake("(?<used>\\d+)$']", "(?<used>\\d+$']", "not an RE2 pattern"),
        new Mistake("(?<used>\\d+)$']", "(?!x)']", "not an RE2 pattern"),
        new Mistake("lines: ['^(?<name>\\S+) (?<used>\\d+)$']", "lines: []", "at least one entry"),
        new Mistake("      kind: thing\n", "", "'kind' is missing"),
        new Mistake("subject: \"{name}\"", "subject: \"{name\"", "column"),
        new Mistake("      subject: \"{name}\"\n", "", "'subject' is missing"),
        new Mistake("where: \"used > 0\"", "where: \"used >\"", "column"),
        new Mistake("where: \"used > 0\"", "where: \"used > 5XB\"", "column"),
        new Mistake("where: \"used > 0\"", "where: \"sqrt(used) > 0\"", "column"),
        new Mistake("name: {type: text}", "name: {type: string}", "expected one of text, integer"),
        new Mistake(
            "name: {type: text}",
            "name: {type: text}\n        name: {type: text}",
            "the key 'name' stands twice"),
        new Mistake("name: {type: text}", "name: text", "'key: value' pairs"),
        new Mistake("name: {type: text}", "name: {}", "'type' of field 'name' is missing"),
        new Mistake("name: {type: text}", "count: {type: text}", "count"),
        new Mistake("from: \"2 * used\"", "from: \"2 * * used\"", "column"),
        new Mistake("from: \"2 * used\"", "form: \"2 * used\"", "did you mean 'from'?"));
  }
}
