package dev.swarm.loadtest.scenario;

import dev.swarm.loadtest.work.Rounds;
import dev.swarm.loadtest.work.ThinkTime;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.Durations;
import dev.swarm.tools.yaml.YamlFile;
import dev.swarm.tools.yaml.YamlMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a scenario; every mistake in it, and in what the command line says, is told at once. */
public final class ScenarioReader {
  /** The built-in scenarios, {@code config/loadtest/NAME.yaml}. */
  public static final List<String> NAMES =
      List.of(
          "reference",
          "reference-fast",
          "hundred",
          "thousand",
          "instant",
          "fanout",
          "storm",
          "soak");

  private static final int MOST_NODES = 5_000;
  private static final int MOST_TASKS = 100_000;
  private static final int AGENTS_PER_PROCESS = 250;

  private ScenarioReader() {}

  /**
   * Reads it.
   *
   * @param name what it is called in results
   * @param file its text, with what messages call it
   * @param options from the command line, by the keys of the file: they win
   * @throws ScenarioException listing everything that is wrong
   */
  public static Scenario read(String name, Definitions.Written file, Map<String, String> options) {
    var yaml = YamlFile.named(file.name());
    var map = yaml.root(file.text().isBlank() ? "{}" : file.text());
    var problems = new ArrayList<String>();
    var scenario = map.map(root -> read(name, root, options, problems));
    yaml.problems().forEach(problem -> problems.add(problem.toString()));
    if (!problems.isEmpty()) {
      throw new ScenarioException(problems);
    }
    return scenario.orElseThrow();
  }

  private static Scenario read(
      String name, YamlMap map, Map<String, String> options, List<String> problems) {
    var said = new Said(options, map);
    int nodes = number(said, "nodes", 6, 1, MOST_NODES);
    int tasks = number(said, "tasks", nodes, 1, MOST_TASKS);
    int concurrency = number(said, "concurrency", 12, 1, MOST_TASKS);
    var scenario =
        new Scenario(
            name,
            map.text("description").orElse(""),
            nodes,
            tasks,
            concurrency,
            number(said, "slots", concurrency, 1, MOST_TASKS),
            said.readJoined("rounds", Rounds::parse).orElse(new Rounds(List.of(3))),
            said.read("think", ThinkTime::parse).orElse(new ThinkTime.Fixed(Duration.ZERO)),
            said.read("mind", text -> one(text, Mind.values(), Mind::id)).orElse(Mind.MODEL),
            said.read("seed", ScenarioReader::whole).orElse(1L),
            said.read("isolation", text -> one(text, Isolation.values(), Isolation::id))
                .orElse(Isolation.PROCESS),
            number(said, "agents-per-process", AGENTS_PER_PROCESS, 1, 1_000),
            said.read("sandbox", ScenarioReader::onOff).orElse(false),
            said.read("order", text -> one(text, Order.values(), Order::id))
                .orElse(Order.FIRST_COME),
            number(said, "warm-up", 2, 0, 1_000),
            said.read("duration", Durations::parse),
            said.read("ramp", Durations::parse).orElse(Duration.ZERO),
            faults(said));
    if (tasks % nodes != 0) {
      int less = Math.max(1, tasks / nodes) * nodes;
      said.problem(
          "tasks",
          "every node has as many: a multiple of %d nodes, such as %d, not %d"
              .formatted(nodes, less, tasks));
    }
    map.finish();
    problems.addAll(said.problems());
    return scenario;
  }

  /**
   * {@code none}, or {@code router-errors=5%,kill-every=60s,stop-every=45s,stop-for=8s} and so on.
   */
  private static Faults faults(Said said) {
    return said.readJoined("faults", ScenarioReader::faults).orElse(Faults.NONE);
  }

  private static Faults faults(String text) {
    if (text.equals("none")) {
      return Faults.NONE;
    }
    var faults = Faults.NONE;
    for (var word : text.split(",", -1)) {
      int equals = word.indexOf('=');
      var name = equals < 0 ? word.strip() : word.substring(0, equals).strip();
      var value = equals < 0 ? "" : word.substring(equals + 1).strip();
      faults = with(faults, name, value);
    }
    return faults;
  }

  private static Faults with(Faults so, String name, String value) {
    return switch (name) {
      case "router-errors" -> so.errors(percent(value));
      case "kill-every" -> so.kill(pause(value));
      case "stop-every" -> so.stop(pause(value));
      case "stop-for" -> so.stopped(pause(value));
      case "cut-every" -> so.cut(pause(value));
      case "cut-for" -> so.cutOff(pause(value));
      default ->
          throw new IllegalArgumentException(
              "expected none, router-errors=5%, kill-every=60s, stop-every=45s, stop-for=8s,"
                  + " cut-every=50s or cut-for=5s, not '"
                  + name
                  + "'");
    };
  }

  private static Duration pause(String text) {
    var pause = Durations.parse(text);
    if (pause.toSeconds() < 1) {
      throw new IllegalArgumentException("a fault takes a second at least, not '" + text + "'");
    }
    return pause;
  }

  private static int percent(String text) {
    if (!text.matches("[0-9]{1,2}%")) {
      throw new IllegalArgumentException("expected a share such as 5%, not '" + text + "'");
    }
    return Integer.parseInt(text.substring(0, text.length() - 1));
  }

  private static int number(Said said, String key, int usual, int least, int most) {
    return said.read(key, text -> Math.toIntExact(within(whole(text), least, most))).orElse(usual);
  }

  private static long within(long number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "expected a number from " + least + " to " + most + ", not " + number);
    }
    return number;
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a whole number, not '" + text + "'", e);
    }
  }

  private static boolean onOff(String text) {
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException("expected on or off, not '" + text + "'");
    };
  }

  private static <T> T one(String text, T[] all, Function<T, String> id) {
    return Arrays.stream(all)
        .filter(value -> id.apply(value).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected "
                    + Arrays.stream(all).map(id).collect(Collectors.joining(" or "))
                    + ", not '"
                    + text
                    + "'"));
  }
}
