package dev.swarm.tools.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.swarm.tools.rows.JsonNode.Elements;
import dev.swarm.tools.rows.JsonNode.Scalar;
import dev.swarm.tools.rows.JsonNode.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the elements of a JSON document, or of one document a line. */
final class JsonReading {
  private final Grammar.Json grammar;
  private final ReadFields fields;
  private final boolean strict;
  private final JsonPath path;
  private final List<JsonPath> at = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();

  JsonReading(Grammar.Json grammar, ReadFields fields, boolean strict) {
    this.grammar = grammar;
    this.fields = fields;
    this.strict = strict;
    this.path = JsonPath.of(grammar.pointer());
    for (int place = 0; place < fields.size(); place++) {
      Field field = fields.field(place);
      at.add(field.at().map(JsonPath::of).orElseGet(() -> JsonPath.member(field.name())));
    }
  }

  Found read(List<String> lines, int firstLine) {
    return grammar.perLine() ? perLine(lines, firstLine) : document(lines, firstLine);
  }

  /** A line that is no document is no data, as with the other grammars. */
  private Found perLine(List<String> lines, int firstLine) {
    Optional<Found.Broken> firstBroken = Optional.empty();
    boolean understood = false;
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      if (line.isBlank()) {
        continue;
      }
      Found found = document(List.of(line), firstLine + index);
      if (found instanceof Found.Broken broken) {
        firstBroken = firstBroken.or(() -> Optional.of(broken));
      } else {
        understood = true;
      }
    }
    if (!understood && firstBroken.isPresent()) {
      return firstBroken.get();
    }
    return drafts.isEmpty() ? new Found.Nothing() : new Found.Drafts(drafts);
  }

  private Found document(List<String> lines, int firstLine) {
    try {
      JsonNode root = JsonDocument.read(lines);
      List<JsonPath.Place> places = path.places(root);
      places.forEach(place -> drafts.add(draft(place, firstLine)));
      if (!places.isEmpty()) {
        return new Found.Drafts(drafts);
      }
      return !strict || path.leadsToNothing(root)
          ? new Found.Nothing()
          : new Found.Broken("the JSON document has no " + grammar.pointer());
    } catch (JsonProcessingException e) {
      return broken(e, firstLine);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read text in memory", e);
    }
  }

  private static Found broken(JsonProcessingException e, int firstLine) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return new Found.Broken(
        "line %d is no JSON: %s".formatted(firstLine + line - 1, plain(e.getOriginalMessage())));
  }

  /** Without the parser's own words about where a part began. */
  private static String plain(String message) {
    int aside = message.indexOf(" (start marker");
    return aside < 0 ? message : message.substring(0, aside);
  }

  private Draft draft(JsonPath.Place element, int firstLine) {
    Span span = element.node().span();
    Draft draft = new Draft(fields.size(), firstLine);
    draft.standsOn(
        IntStream.rangeClosed(span.first(), span.last())
            .mapToObj(line -> line + firstLine - 1)
            .toList());
    for (int place = 0; place < fields.size(); place++) {
      draft.set(place, text(element, place));
    }
    return draft;
  }

  /** A member; else, by name, the {@code key} of the element and the {@code value} of a scalar. */
  private String text(JsonPath.Place element, int place) {
    Field field = fields.field(place);
    if (field.at().isEmpty() && field.name().equals("key") && element.key().isPresent()) {
      return element.key().get();
    }
    boolean itself = field.at().isEmpty() && field.name().equals("value");
    if (itself && element.node() instanceof Scalar scalar) {
      return scalar.text();
    }
    return joined(at.get(place).places(element.node()).stream().map(JsonPath.Place::node).toList());
  }

  /** A list of scalars reads as its elements with commas between, for {@code has}. */
  private static String joined(List<JsonNode> nodes) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : nodes) {
      switch (node) {
        case Scalar scalar -> texts.add(scalar.text());
        case Elements elements -> texts.add(joined(scalars(elements)));
        case JsonNode.Null _, JsonNode.Members _ -> {}
      }
    }
    return String.join(",", texts);
  }

  private static List<JsonNode> scalars(Elements elements) {
    return elements.nodes().stream().filter(Scalar.class::isInstance).toList();
  }
}
