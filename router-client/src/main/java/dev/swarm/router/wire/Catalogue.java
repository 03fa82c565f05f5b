package dev.swarm.router.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What servers tell about themselves, beside the contract (section 1.4 of the known deviations).
 * Unknown shapes give nothing; none raises.
 */
public final class Catalogue {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the size of a context is told: llama-server, vLLM, OpenRouter. */
  private static final List<String> CONTEXTS =
      List.of("/meta/n_ctx", "/max_model_len", "/context_length");

  private Catalogue() {}

  /**
   * A model that a server says it has.
   *
   * @param names its id first, then its aliases
   * @param context tokens of one conversation
   * @param loaded whether it is in memory, where the server tells
   * @param owner who serves it, in the server's words; empty where it says nothing
   */
  public record Listed(
      List<String> names, OptionalInt context, Optional<Boolean> loaded, String owner) {
    public Listed {
      names = List.copyOf(names);
    }

    /** What to ask for it by. */
    public String id() {
      return names.getFirst();
    }
  }

  /**
   * What llama-server tells of how it was started.
   *
   * @param context tokens of one slot
   * @param slots requests that it works on at once
   */
  public record Props(OptionalInt context, OptionalInt slots) {}

  /** The answer of {@code /v1/models}; empty if it is no such list. */
  public static Optional<List<Listed>> models(String json) {
    return list(json, "data").map(all -> all.stream().flatMap(one -> model(one, "id")).toList());
  }

  /** The answer of Ollama's {@code /api/tags}; empty if it is no such list. */
  public static Optional<List<Listed>> tags(String json) {
    return list(json, "models")
        .map(all -> all.stream().flatMap(one -> model(one, "name")).toList());
  }

  /** The answer of llama-server's {@code /props}; empty if it is something else. */
  public static Optional<Props> props(String json) {
    return read(json)
        .filter(root -> root.has("default_generation_settings") || root.has("total_slots"))
        .map(root ->
            new Props(
                number(root.at("/default_generation_settings/n_ctx")),
                number(root.path("total_slots"))));
  }

  private static Stream<Listed> model(JsonNode node, String key) {
    var id = text(node.path(key));
    if (id.isEmpty()) {
      return Stream.empty();
    }
    var names = new ArrayList<String>(List.of(id));
    node.path("aliases").forEach(alias -> names.add(text(alias)));
    var context =
        CONTEXTS.stream()
            .map(place -> number(node.at(place)))
            .filter(OptionalInt::isPresent)
            .findFirst()
            .orElseGet(OptionalInt::empty);
    var status = text(node.at("/status/value"));
    var loaded = Optional.of(status).filter(one -> !one.isEmpty()).map("loaded"::equals);
    return Stream.of(
        new Listed(
            names.stream().filter(name -> !name.isEmpty()).distinct().toList(),
            context,
            loaded,
            text(node.path("owned_by"))));
  }

  /** Empty where it is no text; {@code asText} makes a name of null. */
  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : "";
  }

  private static OptionalInt number(JsonNode node) {
    return node.canConvertToInt() && node.asInt() > 0
        ? OptionalInt.of(node.asInt())
        : OptionalInt.empty();
  }

  private static Optional<List<JsonNode>> list(String json, String key) {
    return read(json)
        .map(root -> root.path(key))
        .filter(JsonNode::isArray)
        .map(Catalogue::children);
  }

  private static List<JsonNode> children(JsonNode array) {
    var all = new ArrayList<JsonNode>();
    array.forEach(all::add);
    return all;
  }

  private static Optional<JsonNode> read(String json) {
    try {
      return Optional.ofNullable(JSON.readTree(json)).filter(JsonNode::isObject);
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }
}
