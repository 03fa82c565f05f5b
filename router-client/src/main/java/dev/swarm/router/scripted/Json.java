package dev.swarm.router.scripted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The one mapper of this room, whose limits keep a bad request from hurting the server. */
final class Json {
  private static final int DEEPEST = 200;
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The value of a text that is JSON and nothing else. */
  static Optional<JsonNode> parsed(String text) {
    try (var parser = MAPPER.createParser(text)) {
      JsonNode value = MAPPER.readTree(parser);
      return value != null && parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (JsonProcessingException _) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The object of a text that is a JSON object and nothing else. */
  static Optional<ObjectNode> parsedObject(String text) {
    return parsed(text).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
  }
}
