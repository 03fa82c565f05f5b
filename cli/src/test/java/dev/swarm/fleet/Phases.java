package dev.swarm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each subtask of a run stands, by its events alone, and what is wrong with their order. */
final class Phases {
  private static final String OPEN = "open";

  private final Map<String, String> phases = new TreeMap<>();
  private final Map<String, Integer> attempts = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private boolean over;

  void add(JsonNode recorded) {
    var event = recorded.get("event");
    if (over) {
      violations.add("after the end of the run: " + event);
    }
    switch (RunLog.kind(recorded)) {
      case "subtask-queued" -> queued(event.at("/subtask/id").asText());
      case "subtask-offered" -> offered(event.get("subtask").asText(), event);
      case "subtask-accepted", "subtask-refused" -> stillOpen(event.get("subtask").asText(), event);
      case "subtask-ended" -> ended(event.get("outcome"));
      case "run-ended" -> over = true;
      default -> {}
    }
  }

  int targeted() {
    return phases.size();
  }

  int completed() {
    return count("completed");
  }

  int open() {
    return count(OPEN);
  }

  /** How many ended so; the cause of a failure, by its id. */
  int count(String phase) {
    return (int) phases.values().stream().filter(phase::equals).count();
  }

  boolean over() {
    return over;
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /** Once at first, and again when its node began anew; never after it has ended. */
  private void queued(String subtask) {
    if (!OPEN.equals(phases.getOrDefault(subtask, OPEN))) {
      violations.add("queued after it was " + phases.get(subtask) + ": " + subtask);
    }
    phases.put(subtask, OPEN);
  }

  private void offered(String subtask, JsonNode event) {
    stillOpen(subtask, event);
    int attempt = event.get("attempt").asInt();
    if (attempt < attempts.getOrDefault(subtask, 1)) {
      violations.add("offered again as an earlier attempt: " + event);
    }
    attempts.put(subtask, attempt);
  }

  private void stillOpen(String subtask, JsonNode event) {
    if (!OPEN.equals(phases.get(subtask))) {
      violations.add(
          "not open, but " + phases.getOrDefault(subtask, "never queued") + ": " + event);
    }
  }

  private void ended(JsonNode outcome) {
    var subtask = outcome.get("subtask").asText();
    stillOpen(subtask, outcome);
    var completed = outcome.get("kind").asText().equals("completed");
    phases.put(subtask, completed ? "completed" : outcome.get("cause").asText());
  }
}
