package dev.swarm.coordinator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import java.util.stream.Collectors;

/** JSON of the API: what is absent is left out, and what comes in is taken literally or refused. */
final class Json {
  private static final int DEEPEST = 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Json() {}

  static String encode(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not to be told as JSON: " + value.getClass(), e);
    }
  }

  /** The body of a request; what does not fit is refused with its place. */
  static <T> T decode(String body, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(body, type))
          .orElseThrow(() -> ProblemException.bad("body", "the body is null", "send an object"));
    } catch (UnrecognizedPropertyException e) {
      var known = e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      throw ProblemException.unknown("field", e.getPropertyName(), where(e), known);
    } catch (JsonParseException e) {
      var at = e.getLocation();
      throw ProblemException.bad(
          "body, line " + at.getLineNr() + ", column " + at.getColumnNr(),
          "the body is no JSON: " + Shown.of(e.getOriginalMessage()),
          "send one JSON object, encoded as UTF-8");
    } catch (JsonMappingException e) {
      throw ProblemException.bad(
          where(e), Shown.of(reason(e)), "see /api/v1/openapi.json for what fits there");
    } catch (JsonProcessingException e) {
      throw ProblemException.bad(
          "body", Shown.of(e.getOriginalMessage()), "send one JSON object, encoded as UTF-8");
    }
  }

  private static String where(JsonMappingException e) {
    var path =
        e.getPath().stream()
            .map(step ->
                Optional.ofNullable(step.getFieldName())
                    .orElseGet(() -> Integer.toString(step.getIndex())))
            .map(Shown::of)
            .collect(Collectors.joining("/"));
    return path.isEmpty() ? "body" : "body, /" + path;
  }

  /** Ours, where a record refused a value; else Jackson's first sentence. */
  private static String reason(JsonMappingException e) {
    return e.getCause() instanceof IllegalArgumentException ours
        ? String.valueOf(ours.getMessage())
        : e.getOriginalMessage().replaceAll("`?(java|dev\\.swarm)\\.[\\w.$<>]+`?", "that");
  }
}
