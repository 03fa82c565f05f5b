package dev.swarm.cli;

import dev.swarm.router.scripted.Brain;
import dev.swarm.router.scripted.Capacity;
import dev.swarm.router.scripted.Mischief;
import dev.swarm.router.scripted.Occasion;
import dev.swarm.router.scripted.Script;
import dev.swarm.router.scripted.Scripts;
import dev.swarm.router.scripted.Served;
import dev.swarm.router.scripted.Settings;
import dev.swarm.router.scripted.Storm;
import dev.swarm.router.scripted.Thinking;
import dev.swarm.tools.yaml.Definitions;
import dev.swarm.tools.yaml.YamlFile;
import dev.swarm.tools.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a scripted router says, and what it is like; as a file says it.
 *
 * @param brain what its model says
 */
record ScriptFile(Brain brain, Settings settings) {
  private static final int SEED = 1;
  private static final Duration LONGEST_THINKING = Duration.ofMinutes(10);

  /** Without a file: a model that looks at two things, and has nothing to add. */
  static ScriptFile standard() {
    return new ScriptFile(
        Script.begin().picks(2, SEED).concludes("Nothing to add.").end(), Settings.STANDARD);
  }

  /**
   * Reads a file.
   *
   * @throws UsageException listing every mistake, with file and line
   */
  static ScriptFile read(Path path) {
    var file = YamlFile.named(path.toString());
    var script = text(path, file);
    if (!file.problems().isEmpty() || script.isEmpty()) {
      throw new UsageException(
          "could not use the script:\n"
              + file.problems().stream()
                  .map(problem -> "  " + problem)
                  .collect(Collectors.joining("\n")));
    }
    return script.get();
  }

  private static Optional<ScriptFile> text(Path path, YamlFile file) {
    try {
      return file.root(Definitions.text(path)).map(ScriptFile::of);
    } catch (IOException e) {
      throw new UsageException(
          "could not read the script " + path + ": " + Definitions.reason(e) + "; mend --script");
    }
  }

  private static ScriptFile of(YamlMap map) {
    var brain = brain(map);
    var settings = settings(map);
    map.finish();
    return new ScriptFile(brain, settings);
  }

  private static Brain brain(YamlMap map) {
    var choices = new ArrayList<Scripts.Choice>();
    for (var one : map.maps("scripts")) {
      choices.add(new Scripts.Choice(who(one), turns(one)));
      one.finish();
    }
    if (choices.isEmpty() == !map.has("turns")) {
      map.problem("turns", "expected 'turns', or 'scripts' each with its 'turns'");
    }
    if (map.has("turns")) {
      choices.add(new Scripts.Choice(new Scripts.For.Everybody(), turns(map)));
    }
    return choices.isEmpty() ? standard().brain() : new Scripts(choices);
  }

  private static Scripts.For who(YamlMap map) {
    var opening = map.text("opening").<Scripts.For>map(Scripts.For.Opening::new);
    var tool = map.text("tool").<Scripts.For>map(Scripts.For.Tool::new);
    if (opening.isPresent() && tool.isPresent()) {
      map.problem("tool", "a script is for an 'opening' or for a 'tool', not for both");
    }
    return opening.or(() -> tool).orElseGet(Scripts.For.Everybody::new);
  }

  private static Brain turns(YamlMap map) {
    var steps = map.maps("turns").stream().map(StepReader::read).toList();
    if (steps.isEmpty()) {
      map.problem("turns", "a script has at least one turn");
      return standard().brain();
    }
    return Script.of(steps);
  }

  private static Settings settings(YamlMap map) {
    var settings = Settings.STANDARD;
    var models = map.texts("models");
    var context = RoutersReader.within(map, "context", 1024, 100_000_000);
    settings =
        settings.serving(
            new Served(
                models.isEmpty() ? Served.STANDARD.models() : models,
                context.orElse(Served.STANDARD.context())));
    var slots = RoutersReader.within(map, "slots", 1, 100_000);
    var queue = RoutersReader.within(map, "queue", 0, 1_000_000);
    settings =
        settings.capacity(
            Capacity.bounded(
                Math.max(1, slots.orElse(Capacity.STANDARD.slots())),
                Math.max(0, queue.orElse(Capacity.STANDARD.queue()))));
    settings = settings.thinking(thinking(map)).storm(storm(map));
    for (var chosen : faults(map)) {
      settings = settings.misbehaving(chosen.when(), chosen.what());
    }
    return settings;
  }

  private static Thinking thinking(YamlMap map) {
    if (!map.isMap("think")) {
      return map.duration("think").<Thinking>map(Thinking.Fixed::new).orElse(new Thinking.None());
    }
    var drawn = map.map("think").orElseThrow();
    var thinking =
        new Thinking.Lognormal(
            RoutersReader.within(drawn, "seed", 0, Integer.MAX_VALUE).orElse(SEED),
            drawn.duration("median").orElse(Duration.ZERO),
            drawn.read("sigma", ScriptFile::share).orElse(0.0),
            drawn.duration("most").orElse(LONGEST_THINKING));
    drawn.finish();
    return thinking;
  }

  private static Storm storm(YamlMap map) {
    var storm = map.map("storm");
    if (storm.isEmpty()) {
      return Storm.NONE;
    }
    var one = storm.get();
    double tooMany = one.read("too-many", ScriptFile::share).orElse(0.0);
    double unavailable = one.read("unavailable", ScriptFile::share).orElse(0.0);
    double broken = one.read("broken", ScriptFile::share).orElse(0.0);
    int seed = RoutersReader.within(one, "seed", 0, Integer.MAX_VALUE).orElse(SEED);
    var retryAfter = one.duration("retry-after").orElse(Duration.ZERO);
    one.finish();
    if (tooMany + unavailable + broken > 1) {
      one.problem("", "the shares of a storm come to more than 1");
      return Storm.NONE;
    }
    return new Storm(Math.max(0, seed), tooMany, unavailable, broken, retryAfter);
  }

  private static List<Mischief.Chosen> faults(YamlMap map) {
    var chosen = new ArrayList<Mischief.Chosen>();
    for (var one : map.maps("faults")) {
      var when = occasion(one);
      one.read("name", ScriptFile::mischief)
          .ifPresentOrElse(
              what -> chosen.add(new Mischief.Chosen(when, what)),
              () -> one.problem("name", "a fault has a 'name'; swarm router --list tells them"));
      one.finish();
    }
    return chosen;
  }

  private static Occasion occasion(YamlMap map) {
    var request = RoutersReader.within(map, "request", 1, Integer.MAX_VALUE);
    var first = RoutersReader.within(map, "first", 1, Integer.MAX_VALUE);
    var turn = RoutersReader.within(map, "turn", 1, Integer.MAX_VALUE);
    var share = map.read("share", ScriptFile::share);
    if (Stream.of(request, first, turn, share).filter(Optional::isPresent).count() > 1) {
      map.problem("name", "expected at most one of request, first, turn and share");
    }
    return request
        .<Occasion>map(Occasion.Nth::new)
        .or(() -> first.map(Occasion.UpTo::new))
        .or(() -> turn.map(number -> new Occasion.AtStep(number - 1)))
        .or(() -> share.map(part -> new Occasion.Share(SEED, part)))
        .orElseGet(Occasion.Always::new);
  }

  /**
   * A fault or deviation by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Mischief mischief(String name) {
    return Mischief.named(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no fault '" + name + "'; swarm router --list tells them"));
  }

  private static double share(String text) {
    if (text.matches("[0-9](\\.[0-9]{1,9})?")) {
      return Double.parseDouble(text);
    }
    throw new IllegalArgumentException("expected a number such as 0.2, not '" + text + "'");
  }
}
