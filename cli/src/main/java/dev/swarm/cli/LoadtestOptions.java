package dev.swarm.cli;

import dev.swarm.loadtest.scenario.Scenario;
import dev.swarm.loadtest.scenario.ScenarioReader;
import dev.swarm.tools.yaml.Definitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenario, and what of it is to be otherwise. */
final class LoadtestOptions {
  private static final String USUAL = "reference-fast";

  private final Map<String, String> said = new LinkedHashMap<>();

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description =
          "reference, reference-fast (default), hundred, thousand, instant, fanout, storm, soak, or"
              + " a file of yours (*.yaml).")
  @Nullable
  private String scenario;

  @Option(names = "--nodes", order = 1, paramLabel = "N", description = "Agents.")
  void nodes(String value) {
    said.put("nodes", value);
  }

  @Option(
      names = "--tasks",
      order = 2,
      paramLabel = "N",
      description = "Tasks of one pass; as many on each node.")
  void tasks(String value) {
    said.put("tasks", value);
  }

  @Option(
      names = "--concurrency",
      order = 3,
      paramLabel = "N",
      description = "Tasks at once, over the whole fleet.")
  void concurrency(String value) {
    said.put("concurrency", value);
  }

  @Option(
      names = "--slots",
      order = 4,
      paramLabel = "N",
      description = "Calls that the router works on at once.")
  void slots(String value) {
    said.put("slots", value);
  }

  @Option(
      names = "--rounds",
      order = 5,
      paramLabel = "N|N,N,…",
      description = "Tool calls of each task; of a list in turn.")
  void rounds(String value) {
    said.put("rounds", value);
  }

  @Option(
      names = "--think",
      order = 6,
      paramLabel = "TIME",
      description =
          "How long the model thinks: 350ms, 'lognormal 50ms 0.5' (median, sigma), or 'replay"
              + " FILE' with a latency a line.")
  void think(String value) {
    said.put("think", value);
  }

  @Option(
      names = "--mind",
      order = 6,
      paramLabel = "WHO",
      description =
          "model: decides each round; none: the commands of a task are run at once, and no router"
              + " is asked.")
  void mind(String value) {
    said.put("mind", value);
  }

  @Option(
      names = "--isolation",
      order = 7,
      paramLabel = "HOW",
      description = "process: a JVM for each agent; verticle: many to one.")
  void isolation(String value) {
    said.put("isolation", value);
  }

  @Option(
      names = "--agents-per-process",
      order = 8,
      paramLabel = "N",
      description = "With --isolation verticle: how many share one.")
  void agentsPerProcess(String value) {
    said.put("agents-per-process", value);
  }

  @Option(
      names = "--sandbox",
      order = 8,
      paramLabel = "on|off",
      description = "Whether commands run in the sandbox.")
  void sandbox(String value) {
    said.put("sandbox", value);
  }

  @Option(
      names = "--order",
      order = 9,
      paramLabel = "ORDER",
      description =
          "first-come, or longest-first: as long as tasks took in a pass that is not measured.")
  void order(String value) {
    said.put("order", value);
  }

  @Option(
      names = "--duration",
      order = 10,
      paramLabel = "TIME",
      description = "Pass after pass until it is over: 10m.")
  void duration(String value) {
    said.put("duration", value);
  }

  @Option(
      names = "--ramp",
      order = 11,
      paramLabel = "TIME",
      description = "Let the concurrency grow over this time.")
  void ramp(String value) {
    said.put("ramp", value);
  }

  @Option(
      names = "--warm-up",
      order = 12,
      paramLabel = "N",
      description = "Tasks of each node before those that are measured; 0 for a cold start.")
  void warmUp(String value) {
    said.put("warm-up", value);
  }

  @Option(
      names = "--faults",
      order = 13,
      paramLabel = "FAULTS",
      description = "none, or some of router-errors=5%%,kill-every=60s,stop-every=45s,stop-for=8s.")
  void faults(String value) {
    said.put("faults", value);
  }

  @Option(
      names = "--seed",
      order = 14,
      paramLabel = "N",
      description = "Of everything that is drawn.")
  void seed(String value) {
    said.put("seed", value);
  }

  /**
   * The scenario.
   *
   * @throws dev.swarm.loadtest.scenario.ScenarioException listing all that is wrong with it
   */
  Scenario scenario() {
    var name = scenario == null ? USUAL : scenario;
    return name.endsWith(".yaml")
        ? ScenarioReader.read(plain(name), written(Path.of(name)), said)
        : ScenarioReader.read(name, builtIn(name), said);
  }

  private static String plain(String path) {
    var file = Path.of(path).getFileName().toString();
    return file.substring(0, file.length() - ".yaml".length());
  }

  private static Definitions.Written builtIn(String name) {
    Choice.require(
        "scenario",
        name,
        ScenarioReader.NAMES,
        "there are " + String.join(", ", ScenarioReader.NAMES) + ", and files of yours (*.yaml)");
    return Definitions.builtIn("loadtest/" + name + ".yaml").orElseThrow();
  }

  private static Definitions.Written written(Path path) {
    try {
      return new Definitions.Written(path.toString(), Definitions.text(path));
    } catch (IOException e) {
      throw new UsageException(
          "could not read the scenario " + path + ": " + Definitions.reason(e));
    }
  }
}
