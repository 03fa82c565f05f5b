package dev.swarm.cli;

import dev.swarm.agent.policy.Limits;
import dev.swarm.agent.policy.Policy;
import dev.swarm.protocol.Area;
import dev.swarm.tools.yaml.YamlMap;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code policy:}, this node's own word on what it does for others. */
final class PolicyReader {
  private static final int MOST = 1_000_000_000;

  private PolicyReader() {}

  /**
   * The policy of {@code settings}; everything that the fleet's keys allow where nothing is said.
   */
  static Policy read(YamlMap settings) {
    return settings.map("policy").map(PolicyReader::policy).orElse(Policy.STANDARD);
  }

  private static Policy policy(YamlMap map) {
    var standard = Policy.STANDARD;
    var policy =
        new Policy(
            map.flag("commands", standard.commands()),
            Set.copyOf(map.texts("coordinators")),
            map.readAll("areas", Area::new).stream().collect(Collectors.toSet()),
            map.flag("questions", standard.questions()),
            limits(map),
            within(map, "subtasks-an-hour", 0, standard.subtasksAnHour()),
            map.flag("reach", standard.reach()));
    map.finish();
    return policy;
  }

  private static Limits limits(YamlMap map) {
    var none = Limits.NONE;
    var time = map.duration("most-time").orElse(none.time());
    boolean tooShort = time.compareTo(Duration.ofSeconds(1)) < 0;
    if (tooShort) {
      map.problem("most-time", "'most-time' is at least 1s");
    }
    return new Limits(
        within(map, "most-turns", 1, none.turns()),
        within(map, "most-tool-calls", 0, none.toolCalls()),
        RoutersReader.within(map, "most-tokens", 0, MOST)
            .filter(tokens -> tokens >= 0)
            .map(Integer::longValue)
            .orElse(none.tokens()),
        tooShort ? none.time() : time);
  }

  /** One that is out of bounds is a mistake that is told. */
  private static int within(YamlMap map, String key, int least, int standard) {
    return RoutersReader.within(map, key, least, MOST)
        .filter(number -> number >= least)
        .orElse(standard);
  }
}
