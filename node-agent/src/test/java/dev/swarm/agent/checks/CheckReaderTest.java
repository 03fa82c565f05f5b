package dev.swarm.agent.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake in a check is named with file, line and what was expected; the other checks load. */
class CheckReaderTest {
  private static final Catalog CATALOG =
      CatalogReader.read(
          Definitions.of(
              "tools", Area.STANDARD.stream().map(Area::value).toList(), Optional.empty()));

  private static final String SOUND =
      """
      checks:
        - id: storage.good
          area: storage
          tool: filesystems
          severity: [{warning: "used_percent > 90"}]
          title: "{subject} is full"
          remedy: Mend it.
          threshold: over 90 %
          source: engineering default
          why: It matters.
        - id: storage.bad
          area: storage
          platforms: [linux]
          tool: backup-age
          for-each: backups
          arguments: {path: "{item}"}
          proof: state
          applies: "present(size)"
          by: all
          subject: "{item}"
          covers: [state]
          escalate: true
          severity:
            - critical: "count(state = 'fresh') = 0"
            - warning: "least(size) < 10KiB"
          none: {state: not-applicable, reason: nothing there}
          title: "{count} files below {subject}"
          detail: "The first is {path}."
          remedy: Mend it.
          see: ls {subject}
          threshold: none younger than a day
          source: engineering default
          why: It matters.
          next:
            - tool: largest-directories
              arguments: {path: "{item}"}
      """;

  /** A text of the sound file that is replaced, and what is said of it. */
  record Mistake(String right, String wrong, String says) {
    int at() {
      int at = SOUND.lastIndexOf(right);
      if (at < 0) {
        throw new AssertionError("the sound file has no: " + right);
      }
      return at;
    }

    String file() {
      return SOUND.substring(0, at()) + wrong + SOUND.substring(at() + right.length());
    }

    @Override
    public String toString() {
      return wrong.isBlank() ? "without " + right.strip() : wrong.strip();
    }
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake("id: storage.bad", "id: Storage Bad", "'id' is AREA.NAME in lower case"),
        new Mistake("id: storage.bad", "id: bad", "'id' is AREA.NAME in lower case"),
        new Mistake("id: storage.bad", "id: storage." + "b".repeat(600), "'id' is AREA.NAME"),
        new Mistake("id: storage.bad", "id: storage.good", "stands twice"),
        new Mistake("id: storage.bad", "id: time.bad", "'area' is the first part of the id, time"),
        new Mistake("id: storage.bad", "ident: storage.bad", "'id' is missing"),
        new Mistake(
            "platforms: [linux]", "platforms: [linux, solaris]", "expected one of linux, macos"),
        new Mistake("tool: backup-age", "tool: backup-ages", "did you mean 'backup-age'?"),
        new Mistake("tool: backup-age", "tool: format-disk", "there is no tool 'format-disk'"),
        new Mistake("tool: backup-age", "tool:", "'tool' has no value"),
        new Mistake("tool: backup-age", "tool: [df, -h]", "single value"),
        new Mistake("for-each: backups", "for-each: backup", "did you mean 'backups'?"),
        new Mistake(
            "arguments: {path: \"{item}\"}\n    proof",
            "arguments: {pth: \"{item}\"}\n    proof",
            "did you mean 'path'?"),
        new Mistake(
            "arguments: {path: \"{item}\"}\n    proof", "proof", "needs the argument 'path'"),
        new Mistake(
            "arguments: {path: \"{item}\"}\n    proof",
            "arguments: {path: \"{item\"}\n    proof",
            "column"),
        new Mistake("proof: state", "proof: trust-me", "expected one of state, event, sample"),
        new Mistake("\"present(size)\"", "\"present(\"", "column 9"),
        new Mistake(
            "\"present(size)\"", "\"present(sise)\"", "no field 'sise', did you mean 'size'?"),
        new Mistake("\"present(size)\"", "\"size > 5 parsecs\"", "column"),
        new Mistake("\"present(size)\"", "\"size < 5 < 6\"", "column"),
        new Mistake("by: all", "by: \"{mount}\"", "no field 'mount'"),
        new Mistake("subject: \"{item}\"", "subject: \"{pathh}\"", "did you mean 'path'?"),
        new Mistake("covers: [state]", "covers: [stat]", "no field 'stat', did you mean 'state'?"),
        new Mistake(
            """
            severity:
                  - critical: "count(state = 'fresh') = 0"
                  - warning: "least(size) < 10KiB"
            """,
            "severity: []\n",
            "'severity' is missing"),
        new Mistake(
            "- warning: \"least(size)",
            "- critical: \"size < 1\"\n        critical: \"least(size)",
            "stands twice"),
        new Mistake(
            "arguments: {path: \"{item}\"}\n    proof",
            "arguments: {path: /a, path: /b}\n    proof",
            "stands twice"),
        new Mistake(
            "critical: \"count", "fatal: \"count", "expected one of info, warning, critical"),
        new Mistake("count(state = 'fresh') = 0", "count(state = 'fresh' = 0", "column"),
        new Mistake("count(state = 'fresh') = 0", "count(count(state)) = 0", "column"),
        new Mistake("count(state = 'fresh') = 0", "state matches '('", "column"),
        new Mistake("least(size) < 10KiB", "least(siz) < 10KiB", "did you mean 'size'?"),
        new Mistake("least(size) < 10KiB", "least(size) < ten", "no field 'ten'"),
        new Mistake(
            "state: not-applicable,", "state: fine,", "expected ok or not-applicable, not 'fine'"),
        new Mistake("reason: nothing there", "because: nothing there", "unknown key 'because'"),
        new Mistake(
            "title: \"{count} files below {subject}\"", "title: \"{cnt(} files\"", "column"),
        new Mistake("    title: \"{count} files below {subject}\"\n", "", "'title' is missing"),
        new Mistake("The first is {path}.", "The first is {paths}.", "did you mean 'path'?"),
        new Mistake("detail: \"", "details: \"", "did you mean 'detail'?"),
        new Mistake("see: ls {subject}", "see: ls {subjekt}", "no field 'subjekt'"),
        new Mistake("    threshold: none younger than a day\n", "", "'threshold' is missing"),
        new Mistake(
            "    source: engineering default\n    why: It matters.\n    next",
            "    why: It matters.\n    next",
            "'source' is missing"),
        new Mistake("    why: It matters.\n    next", "    next", "'why' is missing"),
        new Mistake("tool: largest-directories", "tool: rm", "there is no tool 'rm'"),
        new Mistake("tool: largest-directories", "run: rm -rf /", "unknown key 'run'"),
        new Mistake("        arguments: {path: \"{item}\"}\n", "", "needs the argument 'path'"),
        new Mistake(
            "arguments: {path: \"{item}\"}\n",
            "arguments: {paht: \"{item}\"}\n",
            "did you mean 'path'?"));
  }

  @Test
  void the_sound_file_is_sound() {
    var checks = read(SOUND);
    assertEquals(List.of(), checks.problems());
    assertEquals(2, checks.all().size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void a_mistake_is_named_at_its_line_and_the_others_load(Mistake mistake) {
    var checks = read(mistake.file());
    assertEquals(
        List.of("storage.good"), checks.all().stream().map(one -> one.id().value()).toList());
    var named =
        checks.problems().stream().filter(one -> one.message().contains(mistake.says())).toList();
    assertEquals(1, named.size(), () -> mistake.says() + ": " + checks.problems());
    assertTrue(checks.problems().size() <= 3, () -> "too many words: " + checks.problems());
    var problem = named.getFirst();
    assertEquals("own.yaml", problem.file());
    assertTrue(within(problem, mistake), () -> problem + " for " + mistake);
    assertFalse(problem.message().matches("(?s).*(Exception|java\\.|null).*"), problem.message());
  }

  /** On the line itself; what is missing is named where the definition begins. */
  private static boolean within(Problem problem, Mistake mistake) {
    int line = lines(SOUND.substring(0, mistake.at()));
    int definition = lines(SOUND.substring(0, SOUND.indexOf("id: storage.bad")));
    boolean ofTheWhole = mistake.says().matches(".*(missing|needs|stands twice|first part).*");
    int last = line + lines(mistake.right()) - 1;
    return problem.line() >= (ofTheWhole ? definition : line)
        && problem.line() <= last + (ofTheWhole ? 1 : 0);
  }

  private static int lines(String text) {
    return text.split("\n", -1).length;
  }

  @Test
  void a_check_of_ones_own_replaces_the_built_in_one() {
    var own = SOUND.replace("storage.good", "storage.space");
    var both =
        CheckReader.read(
            new Definitions(
                Stream.concat(
                        Definitions.of("checks", List.of("storage"), Optional.empty())
                            .files()
                            .stream(),
                        Stream.of(new Definitions.Written("own.yaml", own)))
                    .toList(),
                List.of()),
            CATALOG,
            Set.of("backups"));
    assertEquals(List.of(), both.problems());
    assertTrue(
        both.check(new CheckId("storage.space")).orElseThrow().origin().contains("own.yaml:2"));
  }

  @Test
  void every_built_in_check_uses_names_that_exist() {
    var files =
        Area.STANDARD.stream()
            .map(area -> Definitions.builtIn("checks/" + area.value() + ".yaml").orElseThrow())
            .toList();
    var checks =
        CheckReader.read(
            new Definitions(List.copyOf(files), List.of()),
            CATALOG,
            Set.of("certificates", "tls-endpoints", "dns-names", "backups", "log-files"));
    assertEquals(List.of(), checks.problems());
    assertTrue(checks.all().size() > 100, checks.all().size() + " checks");
  }

  private static Checks read(String text) {
    var file = new Definitions.Written("own.yaml", text);
    return CheckReader.read(new Definitions(List.of(file), List.of()), CATALOG, Set.of("backups"));
  }
}
