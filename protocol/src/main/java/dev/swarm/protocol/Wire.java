package dev.swarm.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns messages into the JSON that crosses the bus, and back; the one place that knows Jackson.
 */
public final class Wire {
  /**
   * The version of the messages of this package; peers of another one are shown, not guessed at.
   */
  public static final int VERSION = 1;

  /** Stands in for what runs of before did not tell yet. */
  static final String NO_THINKING = "no-thinking";

  /** Stands in for a question, or its answer, where nothing was asked. */
  static final String NO_WORDS = "no-words";

  /** Stands in for a text that was not told yet. */
  static final String NO_TEXT = "no-text";

  /** Stands in for what is told by name and was not told yet. */
  static final String NO_ENTRIES = "no-entries";

  /** Stands in for a tempo that was not told yet. */
  static final String NO_TEMPO = "no-tempo";

  /** Stands in for a number that was not told yet. */
  static final String NO_NUMBER = "no-number";

  /** Stands in for events that came on their own. */
  static final String NO_EVENTS = "no-events";

  private static final List<CoercionInputShape> NOT_TEXT =
      List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text -> {
                for (var other : NOT_TEXT) {
                  text.setCoercion(other, CoercionAction.Fail);
                }
              })
          .injectableValues(
              new InjectableValues.Std()
                  .addValue(NO_THINKING, Thinking.NONE)
                  .addValue(NO_WORDS, Optional.empty())
                  .addValue(NO_TEXT, "")
                  .addValue(NO_ENTRIES, Map.of())
                  .addValue(NO_NUMBER, 0)
                  .addValue(NO_TEMPO, Tempo.STANDARD)
                  .addValue(NO_EVENTS, List.of()))
          .build();

  private Wire() {}

  /** The JSON text of {@code message}, one line. */
  public static String encode(Object message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a message: " + message.getClass().getName(), e);
    }
  }

  /**
   * Reads one message. Unknown fields are ignored, so that a newer peer may say more; everything
   * else that does not fit is refused.
   *
   * @throws MalformedMessageException if {@code text} is not a {@code type}
   */
  public static <T> T decode(String text, Class<T> type) {
    try {
      return Optional.ofNullable(JSON.readValue(text, type))
          .orElseThrow(() -> new MalformedMessageException(type, "it is null"));
    } catch (JsonProcessingException e) {
      throw new MalformedMessageException(type, Flaw.in(e), e);
    }
  }
}
