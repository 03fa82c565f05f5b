package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How JSON of a server and of a model is read: bounded, and no number changed. */
final class WireJson {
  /** Levels of nesting; a deep reply has about ten. */
  static final int DEEPEST = 64;

  /** For replies; names come from a stranger, so none is interned. */
  static final JsonFactory REPLIES = factory().build();

  /** For arguments, strictly: as RFC 8259, each name once, decimals exact, nothing behind. */
  static final JsonMapper ARGUMENTS = arguments(factory());

  /** As {@link #ARGUMENTS}, with a comma too many and raw line ends in strings. */
  static final JsonMapper LENIENT =
      arguments(
          factory()
              .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS));

  private WireJson() {}

  private static JsonFactoryBuilder factory() {
    var limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(Integer.MAX_VALUE)
            .build();
    return new JsonFactoryBuilder()
        .streamReadConstraints(limits)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW);
  }

  private static JsonMapper arguments(JsonFactoryBuilder factory) {
    return JsonMapper.builder(factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }
}
