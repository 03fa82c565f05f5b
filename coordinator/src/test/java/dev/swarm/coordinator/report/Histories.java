package dev.swarm.coordinator.report;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The hand-written event histories in the test resources: a fleet's audit, and the one before. */
final class Histories {
  private Histories() {}

  static List<Recorded> events() {
    return read("history.jsonl");
  }

  static List<Recorded> eventsBefore() {
    return read("history-before.jsonl");
  }

  /** The audit, compared with the one before. */
  static Report report() {
    return Merge.merge(events(), Optional.of(before()));
  }

  static Report before() {
    return Merge.merge(eventsBefore(), Optional.empty());
  }

  /** The audit as web-01 alone would have it, for the first time. */
  static Report single() {
    return Merge.merge(only("web-01"), Optional.empty());
  }

  /** The events of one node; the audit was of it alone. */
  private static List<Recorded> only(String node) {
    return events().stream()
        .filter(recorded -> of(recorded.event(), node))
        .map(recorded ->
            recorded.event() instanceof Event.RunStarted all
                ? new Recorded(
                    recorded.run(), 1, recorded.sequence(), recorded.at(), only(all, node))
                : recorded)
        .toList();
  }

  private static Event only(Event.RunStarted all, String node) {
    return new Event.RunStarted(all.version(), all.mind(), List.of(node), all.areas(), List.of());
  }

  private static boolean of(Event event, String node) {
    var words = Wire.encode(event);
    return words.contains("\"" + node + "\"") || words.contains("/" + node + "/") || end(event);
  }

  private static boolean end(Event event) {
    return event instanceof Event.RunEnded;
  }

  static String render(Format format, Report report, Options options) {
    try {
      var out = new StringBuilder();
      format.renderer().render(report, options, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Recorded> read(String name) {
    var stream = Objects.requireNonNull(Histories.class.getResourceAsStream(name), name);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> Wire.decode(line, Recorded.class)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
