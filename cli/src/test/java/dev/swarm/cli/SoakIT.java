package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.swarm.tools.yaml.Durations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A coordinator that stays, two agents, readers of events and runs without end: three minutes here,
 * hours by loadtest/soak.
 */
@EnabledOnOs(OS.LINUX)
class SoakIT {
  private static final Duration WHOLE = Durations.parse(System.getProperty("swarm.soak", "180s"));
  private static final Path KEPT = Path.of("target", "soak");
  private static final int LOOKS = 18;

  /** What is said of a run whose first event is not on the disk yet. */
  private static final int NOT_YET = 404;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Looks> looks = new LinkedHashMap<>();
  private URI server = URI.create("http://127.0.0.1:0");
  private int runs;

  @TempDir private Path folder;

  @Test
  void nothing_grows_but_what_is_recorded() throws Exception {
    int port = freePort();
    server = URI.create("http://127.0.0.1:" + port);
    try (var fleet = new FleetProcesses(folder)) {
      var hub = fleet.serve("hub", "--http", "127.0.0.1:" + port);
      var _ = fleet.agent("left");
      var _ = fleet.agent("right");
      var processes =
          Map.of("hub", hub, "left", fleet.process("left"), "right", fleet.process("right"));
      try (var first = EventReader.reading(client, server);
          var second = EventReader.reading(client, server);
          var _ = EventReader.idle(client, server)) {
        soak(fleet, processes);
        assertTrue(first.bytes() > 0 && second.bytes() > 0, "the readers hear of what happens");
      }
      looks.values().forEach(each -> say(each.flat()));
      recorded(fleet.home("hub"));
    }
  }

  private void soak(FleetProcesses fleet, Map<String, Process> processes) throws Exception {
    Files.createDirectories(KEPT);
    Files.deleteIfExists(KEPT.resolve("looks.jsonl"));
    long began = System.nanoTime();
    long every = Math.min(WHOLE.toNanos() / LOOKS, Duration.ofMinutes(2).toNanos());
    for (long next = every; next <= WHOLE.toNanos(); next += every) {
      while (System.nanoTime() - began < next) {
        try (var _ = EventReader.reading(client, server)) {
          run();
        }
      }
      long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
      for (var process : processes.entrySet()) {
        look(process.getKey(), Look.at(process.getKey(), process.getValue(), second));
      }
    }
    assertTrue(runs > 10, "only " + runs + " runs: " + fleet.logged("hub"));
    say(runs + " runs in " + WHOLE.toSeconds() + " s");
  }

  private void look(String name, Look look) throws IOException {
    looks.computeIfAbsent(name, _ -> new Looks()).add(look);
    Files.writeString(
        KEPT.resolve("looks.jsonl"),
        look.json() + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** A run of both agents, from its beginning to its end. */
  private void run() throws Exception {
    var begun = ask("POST", "/api/v1/runs", "{\"areas\":[\"time\"]}");
    var id = begun.path("id").asText();
    var state = "running";
    for (int asked = 0; asked < 600 && state.equals("running"); asked++) {
      boolean _ = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
      var told = send("GET", "/api/v1/runs/" + id, "");
      state = told.statusCode() == NOT_YET ? state : read(told).path("state").asText();
    }
    assertEquals("complete", state, id);
    runs++;
  }

  private JsonNode ask(String method, String path, String body) throws Exception {
    return read(send(method, path, body));
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode read(HttpResponse<String> response) throws IOException {
    assertTrue(response.statusCode() < 300, response.uri() + ": " + response.body());
    return JSON.readTree(response.body());
  }

  /** The database is not much more than what stands in it: texts, their hashes, and an index. */
  private void recorded(Path home) throws Exception {
    var file = home.resolve(".local/state/swarm/runs.db");
    long bytes = Files.size(file);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*), sum(length(body)) FROM events")) {
      long events = row.getLong(1);
      long said = row.getLong(2);
      say(
          "runs.db: %,d bytes for %,d events of %,d bytes; %,d bytes an event"
              .formatted(bytes, events, said, bytes / events));
      assertTrue(bytes < 2 * said + 400 * events + (4L << 20), "runs.db: " + bytes);
    }
  }

  private static void say(String text) {
    System.out.println("soak: " + text);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
