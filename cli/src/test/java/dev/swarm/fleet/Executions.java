package dev.swarm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No attempt is worked twice, and no term of a lower epoch is served after a higher one: by what a
 * node itself has written down.
 */
final class Executions {
  /** Measured, and measured again for proof; every tool of {@link Work} belongs to one area. */
  private static final int PROGRAMS = 2;

  private Executions() {}

  static List<String> violations(Fleet fleet) {
    var violations = new ArrayList<String>();
    for (var agent : fleet.agents()) {
      var files = NodeFiles.of(agent.machine());
      worked(files.commands()).forEach(what -> violations.add(agent.name() + " " + what));
      led(files.ledger()).forEach(what -> violations.add(agent.name() + " " + what));
    }
    return violations;
  }

  /** An attempt belongs to one instance of the agent, and starts as many programs as once. */
  static List<String> worked(List<JsonNode> commands) {
    var violations = new ArrayList<String>();
    Map<String, Integer> programs = new HashMap<>();
    Map<String, Integer> instances = new HashMap<>();
    int instance = 0;
    for (var line : commands) {
      switch (line.get("kind").asText()) {
        case "opened" -> instance++;
        case "starting" -> {
          var attempt = line.at("/by/subtask").asText() + " attempt " + line.at("/by/attempt");
          if (line.has("by") && programs.merge(attempt, 1, Integer::sum) > PROGRAMS) {
            violations.add("started more programs than once for " + attempt);
          }
          if (line.has("by") && instances.merge(attempt, instance, Math::min) != instance) {
            violations.add("worked again, by another instance, " + attempt);
          }
        }
        default -> {}
      }
    }
    return violations;
  }

  /** The terms of a run never go down, and an attempt begins once. */
  static List<String> led(List<JsonNode> ledger) {
    var violations = new ArrayList<String>();
    Map<String, Long> epochs = new HashMap<>();
    Map<String, Integer> begun = new HashMap<>();
    for (var entry : ledger) {
      switch (entry.get("kind").asText()) {
        case "led" -> {
          long epoch = entry.get("epoch").asLong();
          if (epochs.merge(entry.get("run").asText(), epoch, Math::max) > epoch) {
            violations.add("served a lower epoch: " + entry);
          }
        }
        case "begun" -> {
          if (begun.merge(entry.get("attempt").toString(), 1, Integer::sum) > 1) {
            violations.add("began twice: " + entry);
          }
        }
        default -> {}
      }
    }
    return violations;
  }
}
