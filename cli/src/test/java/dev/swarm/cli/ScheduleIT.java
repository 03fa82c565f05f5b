package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real coordinator starts an audit by itself, at the next full minute, and tells a webhook. */
@EnabledOnOs(OS.LINUX)
class ScheduleIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 150;

  private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

  @TempDir private Path folder;

  @Test
  void an_audit_starts_by_itself_and_what_it_finds_is_told_once() throws Exception {
    var hook = hook();
    int port = freePort();
    var log = folder.resolve("serve.log");
    var config = folder.resolve("swarm.yaml");
    Files.writeString(
        config,
        """
        backups: [%s]
        schedules:
          - {name: minutely, every: 1m, checks: [storage.backup-age]}
        notices:
          - {name: ops, url: {env: HOOK}, events: [new]}
        """
            .formatted(Files.createDirectory(folder.resolve("backups"))));
    var process =
        new SwarmProcess(Files.createDirectory(folder.resolve("home")))
            .start(
                Map.of("HOOK", "http://127.0.0.1:" + hook.getAddress().getPort() + "/secret"),
                log,
                "serve",
                "--config",
                config.toString(),
                "--http",
                "127.0.0.1:" + port);
    try {
      var digest = JSON.readTree(next().orElseThrow(() -> new AssertionError(read(log))));
      assertEquals("swarm.notice/1", digest.path("schema").asText());
      assertEquals("storage.backup-age", digest.path("changes").get(0).path("check").asText());
      var run = digest.path("run").asText();
      var schedule = ask(port, "/api/v1/schedules").path("schedules").get(0);
      assertEquals("every 1m", schedule.path("when").asText());
      assertEquals(run, schedule.path("last").path("run").asText());
      assertEquals("schedule minutely", ask(port, "/api/v1/runs/" + run).path("by").asText());
      assertTrue(told.isEmpty(), told.toString());
      assertFalse(read(log).contains("secret"), read(log));
    } finally {
      process.destroy();
      process.onExit().join();
      hook.stop(0);
    }
  }

  private Optional<String> next() throws InterruptedException {
    return Optional.ofNullable(told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private HttpServer hook() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var _ = server.createContext("/", this::take);
    server.start();
    return server;
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(told.add(body));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static JsonNode ask(int port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, response.statusCode(), response.body());
      return JSON.readTree(response.body());
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
