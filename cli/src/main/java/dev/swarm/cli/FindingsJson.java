package dev.swarm.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.swarm.coordinator.life.Life;
import java.time.Instant;
import java.util.List;

/** Findings over time for programs: every field always there. */
final class FindingsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private FindingsJson() {}

  static String of(List<Life> lives, Instant now) {
    var root = MAPPER.createObjectNode();
    root.put("schemaVersion", 1);
    var findings = root.putArray("findings");
    for (var life : lives) {
      var json = MAPPER.<com.fasterxml.jackson.databind.node.ObjectNode>valueToTree(life);
      var _ = json.put("counts", life.counts(now));
      var _ = findings.add(json);
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of findings is always JSON", e);
    }
  }
}
