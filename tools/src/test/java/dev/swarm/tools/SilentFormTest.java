package dev.swarm.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.catalog.CatalogReader;
import dev.swarm.tools.host.CommandResult;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.FileResult;
import dev.swarm.tools.host.Output;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.Recording;
import dev.swarm.tools.yaml.Definitions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Forms for which silence, a time-out or what is missing counts. */
class SilentFormTest {
  private static final String TOOLS =
      """
      tools:
        - name: answer
          description: What it says.
          area: storage
          linux:
            - {argv: [ask], silent: nothing was said, timed-out: finding, exit: {ok: [0], finding: [2]}}
          rows: &said {grammar: lines, lines: ['^(?<said>.+)$'], kind: answer, subject: "{said}", fields: {said: {type: text}}}
        - name: both
          description: Two files.
          area: storage
          linux:
            - {files: [/one, /two], complete: true}
          rows: *said
      """;

  private static final Catalog CATALOG =
      CatalogReader.read(
          new Definitions(List.of(new Definitions.Written("t.yaml", TOOLS)), List.of()));

  private final Map<Recording.Asked, CommandResult> commands = new LinkedHashMap<>();
  private final Map<Recording.Read, FileResult> files = new LinkedHashMap<>();

  private ToolResult run(String tool) {
    assertEquals(List.of(), CATALOG.problems());
    var recording =
        new Recording(Platform.LINUX, "host", 0, Instant.EPOCH, commands, files, Map.of());
    return new Toolbox(new RecordedHost(recording), CATALOG, new Guard(true, false, Set.of()))
        .run(new ToolCall(tool, Map.of(), ToolCall.Caller.PLAYBOOK));
  }

  private void asked(int exit, String stdout, String stderr) {
    commands.put(
        new Recording.Asked(List.of("ask"), 1),
        new CommandResult.Exited(
            exit, new Output(stdout, 0), new Output(stderr, 0), Duration.ofMillis(1)));
  }

  private void file(String path, FileResult result) {
    files.put(new Recording.Read(path, 1), result);
  }

  @Test
  void silence_is_a_line_that_can_be_cited() {
    asked(2, "", "");
    var result = run("answer");
    assertInstanceOf(Ending.Flagged.class, result.ending());
    assertEquals("nothing was said", result.rows().getFirst().subject());
  }

  @Test
  void a_complaint_is_no_silence() {
    asked(0, "", "warning\n");
    assertEquals(List.of(), run("answer").rows());
  }

  @Test
  void an_exit_code_that_is_not_declared_stays_unknown_whatever_was_said() {
    asked(7, "", "");
    assertInstanceOf(Ending.Unknown.class, run("answer").ending());
  }

  @Test
  void no_end_in_time_is_a_line_where_that_is_the_finding() {
    commands.put(
        new Recording.Asked(List.of("ask"), 1),
        new CommandResult.Broken(
            Failure.TIMED_OUT, "", Output.EMPTY, Output.EMPTY, Duration.ofSeconds(5)));
    assertEquals("no end within 5.0 s", run("answer").rows().getFirst().subject());
  }

  @Test
  void a_file_that_may_not_be_read_makes_the_whole_unknown() {
    file("/one", new FileResult.Content(new Output("here\n", 0)));
    file("/two", new FileResult.Failed(Failure.DENIED, "permission denied"));
    assertInstanceOf(Ending.Unknown.class, run("both").ending());
  }

  @Test
  void a_file_that_does_not_exist_leaves_the_others() {
    file("/one", new FileResult.Content(new Output("here\n", 0)));
    file("/two", new FileResult.Failed(Failure.ABSENT, "/two does not exist"));
    assertEquals(1, run("both").rows().size());
  }
}
