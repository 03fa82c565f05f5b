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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A tool's schema. Each is read once in a process, and compiled once if it has to be: a
 * conversation asks for the same ones on every turn. Any thread.
 */
final class Contract {
  private static final int MOST_KEPT = 1024;
  private static final int MOST_ERRORS = 4;
  private static final Map<Schema, Contract> KEPT = new ConcurrentHashMap<>();

  private final JsonNode tree;
  private Optional<com.networknt.schema.Schema> compiled = Optional.empty();

  private Contract(JsonNode tree) {
    this.tree = tree;
  }

  /** Loaded when the first arguments come that do not evidently fit. */
  private static final class Validator {
    private static final SchemaRegistry REGISTRY =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemaCacheEnabled(false)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().locale(Locale.ROOT).build()));
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
    return KEPT.computeIfAbsent(schema, Contract::parsed);
  }

  /** Checks arguments, names every field that is wrong. */
  Checked check(ObjectNode arguments) {
    var fitted = (ObjectNode) Fitting.fitted(arguments, tree);
    var errors = Evident.fits(fitted, tree) ? List.<Error>of() : schema().validate(fitted);
    return errors.isEmpty()
        ? new Fit(new Arguments(fitted), !fitted.equals(arguments))
        : new Unfit(text(errors));
  }

  private synchronized com.networknt.schema.Schema schema() {
    var schema = compiled.orElseGet(() -> Validator.REGISTRY.getSchema(tree));
    compiled = Optional.of(schema);
    return schema;
  }

  private static Contract parsed(Schema schema) {
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
