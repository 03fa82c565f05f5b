package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.router.scripted.Asked;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A question to a fleet of two agents whose router follows a script: one answer, with proof. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskFleetIT {
  private static final Pattern ID = Pattern.compile("\\[([0-9a-f]{8,})]");

  /** What every node looks at: a queue that is too long, and one that is not. */
  private static final String TOOL =
      """
        - name: %1$s
          description: Tells how long the queue is.
          area: %1$s
          cost: cheap
          linux:
            - argv: ['true']
              silent: %1$s %2$d
          rows:
            {grammar: lines, lines: ['^(?<name>\\S+) (?<amount>\\d+)$'], kind: queue, subject: "{name}",
             fields: {name: {type: text}, amount: {type: integer}}}
      """;

  private static final String CHECK =
      """
        - {id: %1$s.length, area: %1$s, tool: %1$s, proof: state, severity: [{warning: amount > 3}],
           title: "{name} has {amount}", detail: x, remedy: x, see: x, threshold: x, source: x, why: x}
      """;

  @TempDir private static Path folder;
  private Scripted router;
  private FleetProcesses fleet;
  private String config;

  @BeforeAll
  void two_agents_and_a_router() throws Exception {
    router = Scripted.router(Settings.STANDARD, AskFleetIT::turn);
    config = config().toString();
    fleet = new FleetProcesses(folder);
    var _ = fleet.agent("n1", "--config", config);
    var _ = fleet.agent("n2", "--config", config);
  }

  @AfterAll
  void nothing_is_left() throws Exception {
    fleet.close();
    router.close();
  }

  @Test
  void what_is_found_is_answered_once_for_all_nodes_with_the_finding_it_rests_on()
      throws Exception {
    var ran = ask("--areas", "long", "is any queue too long?");
    assertEquals(1, ran.code(), ran.err());
    var report = new JsonMapper().readTree(ran.out());
    var finding = report.at("/findings/0");
    assertEquals(List.of("n1", "n2"), finding.findValuesAsText("node"), ran.out());
    var id = finding.get("fingerprint").asText().substring(0, 8);
    assertEquals(
        List.of("long has 7, on 2 of 2 nodes. [" + id + "]"), sentences(report), ran.out());
    assertEquals(2, report.at("/question/answers").size(), ran.out());
  }

  @Test
  void where_nothing_is_found_the_answer_rests_on_what_was_looked_at() throws Exception {
    var ran = ask("--areas", "short", "is any queue too long?");
    assertEquals(0, ran.code(), ran.err() + ran.out());
    var report = new JsonMapper().readTree(ran.out());
    assertEquals(
        List.of("short.length is ok on 2 of 2 nodes. [short.length]"),
        sentences(report),
        ran.out());
    assertTrue(report.at("/question/synthesis/note").asText().startsWith("1 of its 2 sentences"));
  }

  private SwarmProcess.Ran ask(String... words) throws Exception {
    var line = new java.util.ArrayList<>(List.of("ask", "--config", config, "--output", "json"));
    line.addAll(List.of(words));
    return fleet.command(line.toArray(String[]::new));
  }

  private static List<String> sentences(JsonNode report) {
    var sentences = report.at("/question/synthesis/sentences");
    return StreamSupport.stream(sentences.spliterator(), false)
        .map(one -> one.get("text").asText() + " [" + one.at("/cites/0").asText() + "]")
        .toList();
  }

  /** On a node it has looked and concludes; of all nodes it writes a line that holds, and a lie. */
  private static Turn turn(Asked asked) {
    if (!asked.tools().isEmpty()) {
      var script = Script.begin().concludes("long has 7. Nothing else is known.").end();
      return script.turn(asked);
    }
    var id = ID.matcher(asked.opening());
    return Turn.says(
        id.find()
            ? "long has 7, on 2 of 2 nodes. [" + id.group(1) + "]"
            : "short.length is ok on 2 of 2 nodes. [short.length]\n"
                + "No queue was ever too long. [short.length]");
  }

  private Path config() throws Exception {
    var tools = Files.createDirectories(folder.resolve("tools"));
    var checks = Files.createDirectories(folder.resolve("checks"));
    Files.writeString(
        tools.resolve("queues.yaml"),
        "tools:\n" + TOOL.formatted("long", 7) + TOOL.formatted("short", 2));
    Files.writeString(
        checks.resolve("queues.yaml"),
        "checks:\n" + CHECK.formatted("long") + CHECK.formatted("short"));
    return Files.writeString(
        folder.resolve("swarm.yaml"),
        """
        tools-folder: %s
        checks-folder: %s
        routers:
          - {name: box, url: "%s", model: small}
        """
            .formatted(tools, checks, router.url()));
  }
}
