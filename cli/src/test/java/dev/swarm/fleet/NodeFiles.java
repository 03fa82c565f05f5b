package dev.swarm.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.chaos.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node has written down, read without any code of ours: its ledger, and the log of every
 * program that it started, the oldest line first.
 */
record NodeFiles(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static NodeFiles of(Machine machine) {
    return new NodeFiles(Charter.state(machine).resolve("agent"));
  }

  List<JsonNode> ledger() {
    return bodies("ledger.log");
  }

  List<JsonNode> commands() {
    return bodies("commands.log");
  }

  /** A last line that is being written does not count yet. */
  private List<JsonNode> bodies(String name) {
    var file = folder.resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    var bodies = new ArrayList<JsonNode>();
    try {
      var text = Files.readString(file);
      for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        bodies.add(JSON.readTree(line).get("body"));
      }
      return bodies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
