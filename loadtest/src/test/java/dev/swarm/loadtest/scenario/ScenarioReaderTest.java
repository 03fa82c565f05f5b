package dev.swarm.loadtest.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.loadtest.work.Ideal;
import dev.swarm.loadtest.work.Task;
import dev.swarm.loadtest.work.ThinkTime;
import dev.swarm.tools.yaml.Definitions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioReaderTest {
  static final List<String> NAMES = ScenarioReader.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void the_bundled_scenarios_can_be_used(String name) {
    var scenario = builtIn(name, Map.of());

    assertEquals(name, scenario.name());
    assertFalse(scenario.description().isBlank());
    assertEquals(scenario.tasks(), scenario.workload().tasks().size());
  }

  @Test
  void the_reference_takes_about_31_s_a_task() {
    var tasks = builtIn("reference", Map.of()).workload().tasks();

    assertEquals(82, tasks.stream().mapToInt(Task::calls).sum());
    double average =
        tasks.stream().mapToLong(task -> task.thoughts().size()).average().orElseThrow() * 7;
    assertEquals(31, average, 0.5);
  }

  @Test
  void the_thousand_could_be_done_in_five_seconds() {
    var scenario = builtIn("thousand", Map.of());

    var ideal = Ideal.of(scenario.workload().tasks(), scenario.concurrency(), scenario.slots());

    assertEquals(Duration.ofSeconds(5), ideal.lowerBound());
    assertEquals(4, scenario.processes());
  }

  @Test
  void the_command_line_wins() {
    var scenario =
        builtIn(
            "reference-fast",
            Map.of(
                "nodes", "3",
                "tasks", "6",
                "rounds", "2,1",
                "think", "5ms",
                "sandbox", "on",
                "order", "longest-first",
                "duration", "1m",
                "faults", "router-errors=5%,kill-every=30s,cut-every=50s,cut-for=7s"));

    assertEquals(3, scenario.nodes());
    assertEquals(6, scenario.tasks());
    assertEquals("2,1", scenario.rounds().text());
    assertEquals(new ThinkTime.Fixed(Duration.ofMillis(5)), scenario.think());
    assertTrue(scenario.sandbox());
    assertEquals(Order.LONGEST_FIRST, scenario.order());
    assertEquals(Optional.of(Duration.ofMinutes(1)), scenario.duration());
    assertEquals(5, scenario.faults().routerErrors());
    assertEquals(Optional.of(Duration.ofSeconds(30)), scenario.faults().killEvery());
    assertEquals(Optional.empty(), scenario.faults().stopEvery());
    assertEquals(Optional.of(Duration.ofSeconds(50)), scenario.faults().cutEvery());
    assertEquals(Duration.ofSeconds(7), scenario.faults().cutFor());
  }

  @Test
  void all_mistakes_are_told_at_once_with_their_place_and_the_nearest_key() {
    var text =
        """
        nodes: many
        taks: 5
        rounds: [1, 0]
        think: 5 seconds
        faults: [kill-evry=5s]
        """;

    var said =
        String.valueOf(
            assertThrows(
                    ScenarioException.class,
                    () -> read(text, Map.of("seed", "x", "isolation", "procces")))
                .getMessage());

    assertTrue(said.contains("mine.yaml:1:8: 'nodes': expected a whole number, not 'many'"), said);
    assertTrue(said.contains("mine.yaml:2:1: unknown key 'taks', did you mean 'tasks'?"), said);
    assertTrue(said.contains("mine.yaml:3:9: 'rounds': a task has 1 to 64 rounds"), said);
    assertTrue(said.contains("mine.yaml:4:8: 'think': expected 350ms"), said);
    assertTrue(said.contains("mine.yaml:5:9: 'faults': expected none"), said);
    assertTrue(said.contains("--seed: expected a whole number, not 'x'"), said);
    assertTrue(said.contains("--isolation: expected process or verticle, not 'procces'"), said);
  }

  @Test
  void every_node_has_as_many_tasks() {
    var said =
        String.valueOf(
            assertThrows(ScenarioException.class, () -> read("nodes: 5\ntasks: 24\n", Map.of()))
                .getMessage());

    assertTrue(said.contains("mine.yaml:2:8: every node has as many: a multiple of 5"), said);
    assertTrue(said.contains("such as 20"), said);
  }

  @Test
  void an_empty_file_is_a_small_test() {
    assertEquals(6, read("", Map.of()).nodes());
  }

  private static Scenario builtIn(String name, Map<String, String> options) {
    var file = Definitions.builtIn("loadtest/" + name + ".yaml").orElseThrow();
    return ScenarioReader.read(name, file, options);
  }

  private static Scenario read(String text, Map<String, String> options) {
    return ScenarioReader.read("mine", new Definitions.Written("mine.yaml", text), options);
  }
}
