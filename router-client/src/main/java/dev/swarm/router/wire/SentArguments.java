package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * The arguments of a call as they may stand in a history. A server that parses them answers every
 * further turn with an error if they are no JSON object (llama.cpp: 500, llama.cpp#25510), so what
 * is none is sent as {@code {}}.
 */
final class SentArguments {
  static final String NONE = "{}";

  /** Deeper ones are in nobody's schema, and there are parsers that recurse. */
  private static final int DEPTH = 64;

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  private SentArguments() {}

  static String of(String arguments) {
    return isObject(arguments) ? WellFormed.json(arguments) : NONE;
  }

  private static boolean isObject(String text) {
    try (var parser = STRICT.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      var _ = parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException broken) {
      return false;
    }
  }
}
