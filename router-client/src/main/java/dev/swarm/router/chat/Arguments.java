package dev.swarm.router.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of a call, known to fit its tool's schema. */
public final class Arguments {
  private final ObjectNode object;

  /** Of {@code object}, which nobody changes any more. */
  public Arguments(ObjectNode object) {
    this.object = object.deepCopy();
  }

  /** The names given, in the model's order. */
  public List<String> names() {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }

  /** A single value as text; empty where it is not given, null, a list or an object. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(object.get(name))
        .filter(value -> value.isValueNode() && !value.isNull())
        .map(JsonNode::asText);
  }

  /** A list of single values as texts; a single value is a list of one. */
  public List<String> texts(String name) {
    var value = object.path(name);
    if (value.isArray()) {
      var texts = new ArrayList<String>();
      value.forEach(one -> texts.add(one.isValueNode() ? one.asText() : one.toString()));
      return List.copyOf(texts);
    }
    return text(name).stream().toList();
  }

  /** The text of the JSON object. */
  @Override
  public String toString() {
    return object.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Arguments arguments && object.equals(arguments.object);
  }

  @Override
  public int hashCode() {
    return object.hashCode();
  }
}
