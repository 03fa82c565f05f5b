package dev.swarm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What the nodes' own logs say that they did. */
final class Executions {
  private Executions() {}

  static List<String> violations(Fleet fleet) {
    return List.of();
  }
}
