package dev.swarm.coordinator.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a page with places to fill: <code>{{name}}</code>. Text is escaped as it goes in; only
 * {@link Html} goes in as it is. Every place is filled and every value used, or it fails.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  private final String name;
  private final List<String> literals = new ArrayList<>();
  private final List<String> places = new ArrayList<>();

  private Template(String name, String source) {
    this.name = name;
    var matcher = PLACE.matcher(source);
    int from = 0;
    while (matcher.find()) {
      literals.add(source.substring(from, matcher.start()));
      places.add(matcher.group(1));
      from = matcher.end();
    }
    literals.add(source.substring(from));
  }

  /** The template in the resource {@code name}. */
  static Template named(String name) {
    return new Template(name, resource(name));
  }

  static String resource(String name) {
    try (var stream = Template.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("could not find the resource " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the resource " + name, e);
    }
  }

  /** What stands in one place. */
  record Value(String place, Html html) {}

  static Value text(String place, String text) {
    return new Value(place, Html.text(text));
  }

  static Value html(String place, Html html) {
    return new Value(place, html);
  }

  /** The piece with its places filled, in the order in which they stand. */
  Html fill(Value... values) {
    var filled = new StringBuilder(literals.getFirst());
    for (int at = 0; at < places.size(); at++) {
      filled.append(value(places.get(at), values).markup()).append(literals.get(at + 1));
    }
    for (Value value : values) {
      if (!places.contains(value.place)) {
        throw new IllegalStateException(name + " has no place {{" + value.place + "}}");
      }
    }
    return new Html(filled.toString());
  }

  private Html value(String place, Value... values) {
    for (Value value : values) {
      if (value.place.equals(place)) {
        return value.html;
      }
    }
    throw new IllegalStateException("nothing stands in {{" + place + "}} of " + name);
  }
}
