package dev.swarm.tools.rows;

import dev.swarm.tools.rows.JsonNode.Elements;
import dev.swarm.tools.rows.JsonNode.Members;
import dev.swarm.tools.rows.JsonNode.Null;
import dev.swarm.tools.rows.JsonNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON pointer (RFC 6901) in which {@code *} stands for every element or member. */
final class JsonPath {
  private static final String EACH = "*";

  private final List<String> steps;

  private JsonPath(List<String> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The empty pointer and a lone {@code /} are the whole document. */
  static JsonPath of(String pointer) {
    List<String> steps = new ArrayList<>();
    int start = pointer.startsWith("/") ? 1 : 0;
    while (start < pointer.length()) {
      int slash = pointer.indexOf('/', start);
      int end = slash < 0 ? pointer.length() : slash;
      steps.add(pointer.substring(start, end).replace("~1", "/").replace("~0", "~"));
      start = end + 1;
    }
    return new JsonPath(steps);
  }

  /** The member or element of that very name. */
  static JsonPath member(String name) {
    return new JsonPath(List.of(name));
  }

  /** A place that the path leads to, with the member name that the last {@code *} stood for. */
  record Place(Optional<String> key, JsonNode node) {}

  /** All places in their order; empty as well where the path leads into an empty list. */
  List<Place> places(JsonNode root) {
    List<Place> places = List.of(new Place(Optional.empty(), root));
    for (String step : steps) {
      List<Place> next = new ArrayList<>();
      for (Place place : places) {
        follow(place, step, next);
      }
      places = next;
    }
    return places;
  }

  /** Whether the path is right and the lists it leads through are just empty (or null). */
  boolean leadsToNothing(JsonNode root) {
    List<Place> places = List.of(new Place(Optional.empty(), root));
    for (String step : steps) {
      List<Place> next = new ArrayList<>();
      for (Place place : places) {
        if (place.node() instanceof Null || (step.equals(EACH) && isEmpty(place.node()))) {
          return true;
        }
        follow(place, step, next);
      }
      places = next;
    }
    return false;
  }

  private static void follow(Place place, String step, List<Place> next) {
    boolean each = step.equals(EACH);
    switch (place.node()) {
      case Scalar _, Null _ -> {}
      case Elements elements when each ->
          elements.nodes().forEach(node -> next.add(new Place(place.key(), node)));
      case Elements elements ->
          element(elements, step).ifPresent(node -> next.add(new Place(place.key(), node)));
      case Members members when each ->
          members.nodes().forEach((name, node) -> next.add(new Place(Optional.of(name), node)));
      case Members members ->
          Optional.ofNullable(members.nodes().get(step))
              .ifPresent(node -> next.add(new Place(place.key(), node)));
    }
  }

  private static Optional<JsonNode> element(Elements elements, String step) {
    boolean number =
        !step.isEmpty() && step.length() < 9 && NumberText.digits(step, 0) == step.length();
    int index = number ? Integer.parseInt(step) : Integer.MAX_VALUE;
    return index < elements.nodes().size()
        ? Optional.of(elements.nodes().get(index))
        : Optional.empty();
  }

  private static boolean isEmpty(JsonNode node) {
    return switch (node) {
      case Elements elements -> elements.nodes().isEmpty();
      case Members members -> members.nodes().isEmpty();
      case Scalar _, Null _ -> false;
    };
  }
}
