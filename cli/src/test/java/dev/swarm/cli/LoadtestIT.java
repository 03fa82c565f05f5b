package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.router.scripted.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small load test with everything real: processes, bus, commands. */
class LoadtestIT {
  private static final List<String> SMALL =
      List.of(
          "loadtest",
          "reference-fast",
          "--think",
          "20ms",
          "--isolation",
          "verticle",
          "--warm-up",
          "2");

  @TempDir Path folder;

  @Test
  void the_reference_work_is_24_tasks_with_exactly_82_tool_calls_and_leaves_nothing()
      throws Exception {
    var result = folder.resolve("result.json");
    var ran =
        swarm(
            Stream.concat(
                SMALL.stream(), Stream.of("--output", "json", "--output-file", result.toString())));

    assertEquals(0, ran.code(), ran.err());
    var json = new ObjectMapper().readTree(result.toFile());
    assertEquals(24, json.path("succeeded").asInt(), ran.err());
    assertEquals(0, json.path("failed").asInt());
    assertEquals(0, json.path("incomplete").asInt());
    assertEquals(82, json.path("toolCalls").asInt());
    assertEquals(106, json.path("turns").asInt());
    assertEquals(106, json.path("router").path("replies").asInt());
    assertEquals(List.of(4, 22, 14, 10, 17, 15), calls(json));
    assertEquals(180, json.path("idealMillis").path("lowerBound").asInt());
    assertEquals(220, json.path("idealMillis").path("firstCome").asInt());
    assertTrue(json.path("slotUtilisation").asDouble() > 0.05, json.toString());
    assertTrue(json.path("commandCpuMillisPerTask").asDouble() > 0, json.toString());
    assertEquals(24, json.path("spans").size());
    assertTrue(json.path("bus").path("byType").has("offer"), json.toString());
    assertEquals(List.of(), left());
  }

  @Test
  void a_signal_takes_everything_down() throws Exception {
    var log = folder.resolve("log");
    var arguments =
        Stream.concat(SMALL.stream(), Stream.of("--duration", "10m", "--verbose"))
            .toArray(String[]::new);
    var process = new SwarmProcess(folder).start(Map.of(), log, arguments);
    while (!Files.exists(log) || !Files.readString(log).contains("load-1")) {
      assertTrue(!process.waitFor(100, TimeUnit.MILLISECONDS), () -> text(log));
    }
    var children = process.descendants().toList();

    SwarmProcess.signal(process, "TERM");

    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it did not end");
    assertEquals(130, process.exitValue(), () -> text(log));
    assertTrue(children.size() >= 2, "a router and agents, not " + children);
    assertTrue(children.stream().noneMatch(ProcessHandle::isAlive), "some live on");
    assertEquals(List.of(), left());
  }

  @Test
  void what_cannot_be_meant_is_refused_before_anything_is_begun() throws Exception {
    var ran = new SwarmProcess(folder).run("loadtest", "refrence", "--nodes", "4");

    assertEquals(2, ran.code());
    assertTrue(
        ran.err().contains("there is no scenario 'refrence', did you mean 'reference'?"),
        ran.err());
  }

  @Test
  void without_a_model_three_commands_run_on_each_host_and_no_router_is_asked() throws Exception {
    var json = result("loadtest", "fanout", "--nodes", "12", "--tasks", "12");
    assertEquals(12, json.path("succeeded").asInt(), json::toString);
    assertEquals(36, json.path("toolCalls").asInt());
    assertEquals(0, json.path("turns").asInt());
    assertEquals(0, json.path("router").path("requests").asInt(), json::toString);
    json.path("nodes").forEach(node -> assertEquals(3, node.path("toolCalls").asInt()));
  }

  @Test
  void a_router_of_ones_own_thinks_and_there_is_no_ideal_to_compare_with() throws Exception {
    try (var router = Scripted.router(Settings.STANDARD)) {
      var json =
          result(
              "loadtest",
              "instant",
              "--isolation",
              "verticle",
              "--tasks",
              "6",
              "--router",
              router.url(),
              "--model",
              "scripted",
              "--ramp",
              "500ms");
      assertEquals(6, json.path("succeeded").asInt(), json::toString);
      assertEquals(0, json.path("toolCalls").asInt(), "its model concludes at once");
      assertTrue(router.server().statistics().replies() >= 6);
      assertEquals(0, json.path("idealMillis").path("firstCome").asInt(), json::toString);
    }
  }

  @Test
  void a_fleet_of_ones_own_is_audited_as_often_as_there_is_time() throws Exception {
    var config = folder.resolve("areas.yaml");
    Files.writeString(config, "areas: [time, load-and-memory]\n");
    try (var fleet = new FleetProcesses(folder)) {
      var _ = fleet.agent("n1");
      var _ = fleet.agent("n2");
      var file = folder.resolve("fleet.json").toString();
      var ran =
          fleet.command(
              "loadtest",
              "--fleet",
              "--config",
              config.toString(),
              "--duration",
              "3s",
              "--output",
              "json",
              "--output-file",
              file);
      assertEquals(0, ran.code(), ran.err());
      var json = new ObjectMapper().readTree(Path.of(file).toFile());
      int passes = json.path("passes").asInt();
      assertTrue(passes > 0, json::toString);
      assertEquals(4 * passes, json.path("succeeded").asInt(), json::toString);
      assertEquals(2, json.path("nodes").size());
      json.path("nodes").forEach(node -> assertTrue(node.path("toolCalls").asInt() > 0));
    }
  }

  @Test
  void processes_of_agents_are_cut_off_and_reached_again_and_nothing_is_lost() throws Exception {
    rigged();
    var json = result(cutting("12s"));
    int passes = json.path("passes").asInt();
    assertTrue(passes > 0, json::toString);
    assertEquals(24 * passes, json.path("succeeded").asInt(), json::toString);
    assertEquals(0, json.path("incomplete").asInt(), json::toString);
    assertTrue(json.path("setting").path("faults").asText().contains("one cut off for 2 s"));
    var told = json.path("faults").findValuesAsText("what");
    assertTrue(told.stream().anyMatch(one -> one.startsWith("cut off agents-")), told::toString);
    assertTrue(told.stream().anyMatch(one -> one.endsWith("is reached again")), told::toString);
    assertEquals("", hubs());
  }

  @Test
  void a_signal_takes_a_network_that_can_be_cut_down_with_everything() throws Exception {
    rigged();
    var log = folder.resolve("log");
    var arguments =
        Stream.concat(Stream.of(cutting("10m")), Stream.of("--verbose")).toArray(String[]::new);
    var process = new SwarmProcess(folder).start(Map.of(), log, arguments);
    while (!Files.exists(log) || !Files.readString(log).contains("load-1")) {
      assertTrue(!process.waitFor(100, TimeUnit.MILLISECONDS), () -> text(log));
    }
    var children = process.descendants().toList();

    SwarmProcess.signal(process, "TERM");

    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it did not end");
    assertEquals(130, process.exitValue(), () -> text(log));
    assertTrue(children.size() >= 4, "the load test itself, a router and agents, not " + children);
    assertTrue(children.stream().noneMatch(ProcessHandle::isAlive), "some live on");
    assertEquals("", hubs());
    assertEquals(List.of(), left());
  }

  @Test
  void who_cannot_cut_networks_says_what_it_takes() throws Exception {
    var without = Map.of("PATH", folder.toString());
    var ran = new SwarmProcess(folder).run(without, cutting("5s"));

    assertEquals(2, ran.code(), ran.err());
    assertTrue(
        ran.err().contains("could not cut networks, which takes root and the program ip"),
        ran.err());
    var fleet = new SwarmProcess(folder).run("loadtest", "--fleet", "--faults", "cut-every=5s");
    assertEquals(2, fleet.code(), fleet.err());
    assertTrue(fleet.err().contains("it goes neither with --fleet nor with --router"), fleet.err());
  }

  private static String[] cutting(String duration) {
    var more =
        Stream.of(
            "--agents-per-process",
            "3",
            "--duration",
            duration,
            "--faults",
            "cut-every=4s,cut-for=2s");
    return Stream.concat(SMALL.stream(), more).toArray(String[]::new);
  }

  /** Nothing is skipped in silence, and nothing at all where SWARM_RIG=required. */
  private static void rigged() {
    boolean root = "root".equals(System.getProperty("user.name"));
    boolean possible = root && Files.isExecutable(Path.of("/usr/sbin/ip"));
    assumeTrue(
        possible || "required".equals(System.getenv("SWARM_RIG")),
        "networks are cut by root with the package iproute2");
  }

  /** Namespaces of load tests that are still there. */
  private String hubs() throws Exception {
    return new SwarmProcess(folder).bash("ip netns list | grep -o 'swarm-load-[^ ]*'").out();
  }

  private JsonNode result(String... arguments) throws Exception {
    var file = folder.resolve("one.json");
    var output = Stream.of("--output", "json", "--output-file", file.toString());
    var ran = swarm(Stream.concat(Stream.of(arguments), output));
    assertEquals(0, ran.code(), ran.err());
    assertEquals(List.of(), left());
    return new ObjectMapper().readTree(file.toFile());
  }

  private SwarmProcess.Ran swarm(Stream<String> arguments) throws Exception {
    return new SwarmProcess(folder).run(arguments.toArray(String[]::new));
  }

  private static List<Integer> calls(JsonNode json) {
    return Stream.of(0, 1, 2, 3, 4, 5)
        .map(node -> json.path("nodes").path(node).path("toolCalls").asInt())
        .toList();
  }

  /** Folders of load tests that are still there. */
  private List<Path> left() throws IOException {
    try (var all = Files.walk(folder, 2)) {
      return all.filter(path -> path.getFileName().toString().startsWith("swarm-loadtest-"))
          .toList();
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
