package dev.swarm.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.Recording;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.yaml.Definitions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A form that is run once for every row of another tool. */
class EachFormTest {
  private static final String TOOLS =
      """
      tools:
        - name: names
          description: Names.
          area: storage
          linux:
            - files: [/names]
              rows: {grammar: lines, lines: ['^(?<name>.+)$'], kind: name, subject: "{name}", fields: {name: {type: text}}}
        - name: answers
          description: Whether each name answers.
          area: storage
          linux:
            - argv: [ask, --, "{name}"]
              each: names
              timed-out: finding
              timeout: 3s
              exit: {ok: [0], finding: [1]}
              rows:
                grammar: lines
                lines: ['^(?<name>[^:]+): (?<said>.*)$']
                kind: answer
                subject: "{name}"
                fields: {name: {type: text}, said: {type: text}}
      """;

  private final Map<Recording.Asked, CommandResult> commands = new LinkedHashMap<>();

  private static final Catalog CATALOG =
      CatalogReader.read(
          new Definitions(List.of(new Definitions.Written("t.yaml", TOOLS)), List.of()));

  private void answers(String name, int exit, String stdout, String stderr) {
    commands.put(
        new Recording.Asked(List.of("ask", "--", name), 1),
        new CommandResult.Exited(
            exit, new Output(stdout, 0), new Output(stderr, 0), Duration.ofMillis(1)));
  }

  private ToolResult run(String names) {
    assertEquals(List.of(), CATALOG.problems());
    var host =
        new RecordedHost(
            new Recording(
                Platform.LINUX,
                "host",
                0,
                Instant.EPOCH,
                commands,
                Map.of(
                    new Recording.Read("/names", 1), new FileResult.Content(new Output(names, 0))),
                Map.of()));
    return new Toolbox(host, CATALOG, new Guard(true, false, Set.of()))
        .run(new ToolCall("answers", Map.of(), ToolCall.Caller.PLAYBOOK));
  }

  @Test
  void every_row_is_asked_and_answers_in_the_order_of_the_rows() {
    answers("b", 0, "yes\n", "");
    answers("a", 0, "no\n", "");
    var result = run("b\na\n");
    assertEquals("b: yes\na: no", result.text().value().strip());
    assertEquals(List.of("b", "a"), result.rows().stream().map(Row::subject).toList());
  }

  @Test
  void a_run_without_an_end_is_a_line_where_that_is_the_finding() {
    commands.put(
        new Recording.Asked(List.of("ask", "--", "dead"), 1),
        new CommandResult.Broken(
            Failure.TIMED_OUT, "", Output.EMPTY, Output.EMPTY, Duration.ofSeconds(3)));
    assertEquals("dead: no end within 3.0 s", run("dead\n").text().value().strip());
  }

  @Test
  void what_a_run_complains_of_is_text_where_its_exit_code_is_a_finding() {
    answers("a", 1, "", "stale\n");
    assertEquals("a: stale", run("a\n").text().value().strip());
  }

  @Test
  void one_run_that_could_not_look_is_a_gap_and_the_others_are_rows() {
    answers("a", 0, "yes\n", "");
    answers("b", 7, "", "broken\n");
    var result = run("a\nb\n");
    assertEquals(1, result.rows().size());
    assertEquals(
        List.of(new Gap(ToolResult.Blind.FAILED, "b: exit code 7: broken")), result.gaps());
  }

  @Test
  void a_program_that_is_missing_is_no_gap_but_a_reason_to_try_the_next_form() {
    commands.put(
        new Recording.Asked(List.of("ask", "--", "a"), 1),
        new CommandResult.NotStarted(Failure.ABSENT, "ask is not installed"));
    assertEquals(
        new Ending.Unknown(ToolResult.Blind.MISSING, "ask is not installed"), run("a\n").ending());
  }

  @Test
  void a_name_that_reads_as_an_option_is_never_run() {
    answers("a", 0, "yes\n", "");
    var result = run("--delete\n");
    assertEquals(List.of(), result.rows());
    assertEquals("--delete: its name would read as an option", result.gaps().getFirst().reason());
  }

  @Test
  void an_escaped_blank_of_the_mount_table_is_a_blank_to_the_program() {
    answers("my share", 0, "yes\n", "");
    assertEquals(1, run("my\\040share\n").rows().size());
  }

  @Test
  void without_a_row_nothing_is_run_and_that_is_an_answer() {
    assertInstanceOf(Ending.Nothing.class, run("").ending());
  }
}
