package dev.swarm.tools.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An object of a manifest that knows its place there, such as {@code commands[3]}, so that every
 * complaint names it. Keys that nobody asks for are ignored.
 */
record ManifestEntry(Path manifest, String place, JsonNode node) {

  /** The whole manifest. */
  static ManifestEntry whole(Path manifest, JsonNode node) {
    if (!node.isObject()) {
      throw new RecordingException(
          "could not read " + manifest + ": a manifest is a JSON object, '{…}'");
    }
    return new ManifestEntry(manifest, "", node);
  }

  /** The objects in the list {@code key}; a missing list is an empty one. */
  List<ManifestEntry> entries(String key) {
    var entries = new ArrayList<ManifestEntry>();
    for (var element : list(key)) {
      var place = at(key) + "[" + entries.size() + "]";
      if (!element.isObject()) {
        throw wrongAt(place, "is an object, '{…}'");
      }
      entries.add(new ManifestEntry(manifest, place, element));
    }
    return entries;
  }

  /** The texts in the list {@code key}. */
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (var element : list(key)) {
      if (!element.isTextual()) {
        throw wrong(key, "is a list of texts");
      }
      texts.add(element.asText());
    }
    return texts;
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  String text(String key) {
    return maybeText(key).orElseThrow(() -> wrong(key, "is missing"));
  }

  Optional<String> maybeText(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!node.get(key).isTextual() || node.get(key).asText().isBlank()) {
      throw wrong(key, "is a text between quotes");
    }
    return Optional.of(node.get(key).asText());
  }

  int integer(String key) {
    return maybeInteger(key).orElseThrow(() -> wrong(key, "is missing"));
  }

  Optional<Integer> maybeInteger(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    if (!node.get(key).isInt()) {
      throw wrong(key, "is a whole number");
    }
    return Optional.of(node.get(key).asInt());
  }

  /** A number of bytes; 0 where there is none. */
  long bytes(String key) {
    if (!has(key)) {
      return 0;
    }
    if (!node.get(key).isIntegralNumber()
        || !node.get(key).canConvertToLong()
        || node.get(key).asLong() < 0) {
      throw wrong(key, "is a number of bytes");
    }
    return node.get(key).asLong();
  }

  Instant instant(String key) {
    try {
      return OffsetDateTime.parse(text(key)).toInstant();
    } catch (DateTimeException _) {
      throw wrong(key, "is a time with zone, such as 2026-11-20T19:45:00Z");
    }
  }

  /** A complaint about the value of {@code key}. */
  RecordingException wrong(String key, String what) {
    return wrongAt(at(key), what);
  }

  /** A complaint about this entry. */
  RecordingException wrong(String what) {
    return wrongAt(place, what);
  }

  private RecordingException wrongAt(String where, String what) {
    return new RecordingException("could not read " + manifest + ": '" + where + "' " + what);
  }

  private JsonNode list(String key) {
    var list = node.path(key);
    if (has(key) && !list.isArray()) {
      throw wrong(key, "is a list, '[…]'");
    }
    return list;
  }

  private String at(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
