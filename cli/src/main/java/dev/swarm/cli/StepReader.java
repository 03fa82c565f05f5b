package dev.swarm.cli;

import dev.swarm.router.scripted.Claim;
import dev.swarm.router.scripted.Step;
import dev.swarm.router.scripted.Turn;
import dev.swarm.tools.yaml.YamlMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a turn of a script; a mistake is a problem at its line. */
final class StepReader {
  private static final int SEED = 1;
  private static final List<String> KINDS =
      List.of("calls", "picks", "says", "reports", "concludes");

  private StepReader() {}

  static Step read(YamlMap map) {
    var calls = map.maps("calls").stream().map(StepReader::wish).toList();
    var picks = RoutersReader.within(map, "picks", 1, 64);
    var reports = map.maps("reports").stream().map(StepReader::claim).toList();
    var says = map.text("says");
    var concludes = map.text("concludes");
    map.finish();
    if (KINDS.stream().filter(map::has).count() != 1) {
      map.problem("", "a turn is one of " + String.join(", ", KINDS));
    }
    Optional<Step> looks =
        calls.isEmpty()
            ? picks.map(count -> new Step.Picks(count, SEED))
            : Optional.of(new Step.Calls("", calls));
    Optional<Step> tells =
        reports.isEmpty() ? says.<Step>map(Step.Says::new) : Optional.of(new Step.Reports(reports));
    return looks
        .or(() -> tells)
        .orElseGet(() -> new Step.Concludes(concludes.orElse("Nothing to add.")));
  }

  private static Turn.Wish wish(YamlMap map) {
    var wish = new Turn.Wish(map.required("tool"), map.text("arguments").orElse("{}"));
    map.finish();
    return wish;
  }

  private static Claim claim(YamlMap map) {
    var claim =
        new Claim(
            map.texts("lines"),
            map.required("subject"),
            map.text("field").orElse(""),
            map.required("sentence"));
    var lie = map.read("lie", text -> RoutersReader.one(text, Claim.Lie.values(), StepReader::id));
    map.finish();
    return lie.map(claim::lying).orElse(claim);
  }

  private static String id(Claim.Lie lie) {
    return lie.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
