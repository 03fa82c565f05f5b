package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API of a real coordinator that stays: of a fleet on loopback, and of one machine. */
class ServeApiIT {
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path folder;
  private String root = "";

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path));
  }

  private JsonNode get(String path) throws Exception {
    var told = http.send(request(path).build(), BodyHandlers.ofString());
    assertEquals(200, told.statusCode(), told::body);
    return JSON.readTree(told.body());
  }

  private JsonNode post(String path, String body) throws Exception {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    var told = http.send(request.build(), BodyHandlers.ofString());
    assertEquals(202, told.statusCode(), told::body);
    return JSON.readTree(told.body());
  }

  /** Starts a run, and reads its events to its last one. */
  private List<JsonNode> followed(String wish) throws Exception {
    var stream = http.send(request("/events").build(), BodyHandlers.ofInputStream());
    assertEquals(200, stream.statusCode());
    try (var lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      var id = post("/runs", wish).path("id").asText();
      var events = new ArrayList<JsonNode>();
      while (true) {
        var line = String.valueOf(lines.readLine());
        var data = line.startsWith("data: {\"run\"") ? JSON.readTree(line.substring(6)) : null;
        if (data != null && data.path("run").asText().equals(id)) {
          events.add(data);
          if (data.path("event").path("event").asText().equals("run-ended")) {
            return events;
          }
        }
      }
    }
  }

  @Test
  void a_fleet_is_asked_followed_and_read_over_http() throws Exception {
    int port = freePort();
    root = "http://127.0.0.1:" + port + "/api/v1";
    try (var fleet = new FleetProcesses(folder)) {
      var _ = fleet.serve("hub", "--http", "127.0.0.1:" + port);
      var _ = fleet.agent("n1");
      var _ = fleet.agent("n2");
      while (get("/fleet").path("nodes").path("present").asInt() < 2) {
        Thread.onSpinWait();
      }
      var events = followed("{\"areas\":[\"load-and-memory\",\"time\"]}");
      for (int i = 0; i < events.size(); i++) {
        assertEquals(i + 1, events.get(i).path("sequence").asInt());
      }
      var id = events.getFirst().path("run").asText();
      var run = get("/runs/" + id);
      assertEquals(4, run.path("sum").path("targeted").asInt(), run::toString);
      assertEquals(4, run.path("sum").path("completed").asInt(), run::toString);
      assertEquals(events.size(), run.path("events").asInt());
      assertEquals("api", run.path("by").asText());

      var report = get("/runs/" + id + "/report");
      assertEquals(run.path("exitCode").asInt(), report.path("exitCode").asInt());
      assertEquals(2, report.path("nodes").size());
      int found = report.path("totals").path("findings").path("distinct").asInt();
      assertEquals(found, get("/findings?limit=1000").path("total").asInt());

      var names = new TreeSet<String>();
      for (var node : get("/nodes").path("nodes")) {
        names.add(node.path("name").asText());
        assertEquals(id, node.path("recent").get(0).path("run").asText());
      }
      assertEquals(List.of("n1", "n2"), List.copyOf(names));
    }
  }

  @Test
  void a_machine_without_a_fleet_is_served_at_once() throws Exception {
    int port = freePort();
    root = "http://127.0.0.1:" + port + "/api/v1";
    var log = folder.resolve("serve.log");
    var serve =
        new SwarmProcess(folder)
            .start(java.util.Map.of(), log, "serve", "--http", "127.0.0.1:" + port);
    try {
      while (!java.nio.file.Files.readString(log).contains("dashboard and API at")) {
        assertTrue(serve.isAlive(), java.nio.file.Files.readString(log));
        Thread.onSpinWait();
      }
      var events = followed("{\"checks\":[\"storage.space\"]}");
      var run = get("/runs/" + events.getFirst().path("run").asText());
      assertEquals(1, run.path("sum").path("completed").asInt(), run::toString);
      assertTrue(get("/ready").path("ready").asBoolean());
      SwarmProcess.signal(serve, "TERM");
      assertEquals(0, serve.waitFor());
    } finally {
      serve.destroyForcibly();
    }
  }

  @Test
  void beyond_this_machine_it_does_not_start_without_tokens_and_tls() throws Exception {
    var ran = new SwarmProcess(folder).run("serve", "--http", "0.0.0.0:0");
    assertEquals(2, ran.code(), ran.err());
    var open = new SwarmProcess(folder).run("serve", "--http", "0.0.0.0");
    assertEquals(2, open.code(), open.err());
    assertTrue(open.err().contains("only with tokens; give serve.tokens"), open.err());
  }
}
