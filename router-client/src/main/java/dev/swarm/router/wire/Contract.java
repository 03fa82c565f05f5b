package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.swarm.router.chat.Arguments;
import dev.swarm.router.chat.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A tool's schema, compiled. Each schema is compiled once in a process: a conversation asks for the
 * same ones on every turn. Any thread.
 */
final class Contract {
  private static final int MOST_KEPT = 1024;
  private static final int MOST_ERRORS = 4;
  private static final Map<Schema, Contract> KEPT = new ConcurrentHashMap<>();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder
                  .schemaCacheEnabled(false)
                  .schemaRegistryConfig(
                      SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));

  private final JsonNode tree;
  private final com.networknt.schema.Schema compiled;

  private Contract(JsonNode tree) {
    this.tree = tree;
    this.compiled = REGISTRY.getSchema(tree);
  }

  /** What checking gave. */
  sealed interface Checked {}

  /** They fit; {@code written} where they had to be written another way for that. */
  record Fit(Arguments arguments, boolean written) implements Checked {}

  /** They do not. */
  record Unfit(String reason) implements Checked {}

  /**
   * That of {@code schema}.
   *
   * @throws IllegalArgumentException if it is no JSON: a bug of ours
   */
  static Contract of(Schema schema) {
    if (KEPT.size() > MOST_KEPT) {
      KEPT.clear();
    }
    return KEPT.computeIfAbsent(schema, Contract::compiled);
  }

  /** Checks arguments, names every field that is wrong. */
  Checked check(ObjectNode arguments) {
    var fitted = (ObjectNode) Fitting.fitted(arguments, tree);
    var errors = compiled.validate(fitted);
    return errors.isEmpty()
        ? new Fit(new Arguments(fitted), !fitted.equals(arguments))
        : new Unfit(text(errors));
  }

  private static Contract compiled(Schema schema) {
    try {
      return new Contract(WireJson.ARGUMENTS.readTree(schema.json()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a tool's schema is no JSON: " + schema.json(), e);
    }
  }

  private static String text(List<Error> errors) {
    return errors.stream().limit(MOST_ERRORS).map(Contract::text).collect(Collectors.joining("; "));
  }

  private static String text(Error error) {
    var place = error.getInstanceLocation().toString();
    return Excerpt.of(
        place.isEmpty() ? error.getMessage() : place + ": " + error.getMessage(), 300);
  }
}
