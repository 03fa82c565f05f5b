package dev.swarm.coordinator.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;

/** How report records become JSON: every field always there, times as ISO 8601 in UTC. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** Writes to {@code out} and leaves it open. */
  static JsonGenerator generator(Appendable out) throws IOException {
    return MAPPER
        .getFactory()
        .createGenerator(new AppendableWriter(out))
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  static void verdict(JsonGenerator json, Report report, Policy policy) throws IOException {
    json.writeNumberField("exitCode", ExitCode.of(report, policy).code());
    json.writeBooleanField("complete", ExitCode.complete(report, policy));
    json.writePOJOField("policy", policy);
  }

  /** A line of the kind {@code type}, with the fields of {@code value} beside it. */
  static void typed(JsonGenerator json, String type, Object value) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> field :
        MAPPER.valueToTree(value).properties()) {
      json.writePOJOField(field.getKey(), field.getValue());
    }
    json.writeEndObject();
  }
}
