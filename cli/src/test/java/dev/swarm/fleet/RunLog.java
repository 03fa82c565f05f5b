package dev.swarm.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a coordinator's store says of a run, read without any code of ours.
 *
 * @param events as recorded: {@code epoch}, {@code sequence}, {@code at}, and what happened
 */
record RunLog(String run, List<JsonNode> events) {
  private static final ObjectMapper JSON = new ObjectMapper();

  RunLog {
    events = List.copyOf(events);
  }

  /** The run of that name in the store below {@code state}; without events if it is not there. */
  static RunLog read(Path state, String run) {
    if (!Files.exists(file(state))) {
      return new RunLog(run, List.of());
    }
    return new RunLog(
        run,
        rows(state, "SELECT body FROM events WHERE run = ? ORDER BY sequence", run).stream()
            .map(RunLog::json)
            .toList());
  }

  /** The newest run there; empty before there is one. */
  static Optional<RunLog> newest(Path state) {
    return !Files.exists(file(state))
        ? Optional.empty()
        : rows(state, "SELECT run FROM events ORDER BY rowid DESC LIMIT 1").stream()
            .findFirst()
            .map(run -> read(state, run));
  }

  /** What happened of this kind, in order: the inner event. */
  List<JsonNode> of(String kind) {
    return recorded(kind).map(one -> one.get("event")).toList();
  }

  /** The same with when it was recorded. */
  Stream<JsonNode> recorded(String kind) {
    return events.stream().filter(one -> kind(one).equals(kind));
  }

  boolean ended() {
    return !events.isEmpty() && kind(events.getLast()).equals("run-ended");
  }

  static String kind(JsonNode recorded) {
    return recorded.get("event").get("event").asText();
  }

  private static List<String> rows(Path state, String query, String... values) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(state));
        var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      var rows = new ArrayList<String>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("could not read " + file(state) + ": " + e.getMessage(), e);
    }
  }

  private static Path file(Path state) {
    return state.resolve("runs.db");
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not JSON: " + body, e);
    }
  }
}
