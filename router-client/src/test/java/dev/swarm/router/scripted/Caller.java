package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Another client than ours: the JDK's, with requests written by hand. */
final class Caller {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String TOOLS =
      """
      [{"type":"function","function":{"name":"filesystems","description":"Shows them",\
      "parameters":{"type":"object","properties":{"path":{"type":"string"},"depth":{"type":\
      "integer"}}}}},{"type":"function","function":{"name":"mounts","description":"Shows them",\
      "parameters":{"type":"object","properties":{}}}}]\
      """;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  Caller(ScriptedRouter router) {
    this.base = router.url();
  }

  /** A request with one user's message. */
  static String ask(String text) {
    return "{\"model\":\"scripted\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + text
        + "\"}],\"tools\":"
        + TOOLS
        + "}";
  }

  static String streamed(String body) {
    return body.substring(0, body.length() - 1)
        + ",\"stream\":true,\"stream_options\":{\"include_usage\":true}}";
  }

  HttpResponse<String> post(String body, String... headers) {
    return send(request("/chat/completions", headers).POST(content(body)).build());
  }

  JsonNode reply(String body, String... headers) {
    var response = post(body, headers);
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return json(response.body());
  }

  CompletableFuture<HttpResponse<String>> later(String body) {
    return client.sendAsync(
        request("/chat/completions").POST(content(body)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("content-type", "application/json");
    return headers.length == 0 ? request : request.headers(headers);
  }

  static HttpRequest.BodyPublisher content(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException broken) {
      throw new AssertionError("no JSON: " + text, broken);
    }
  }

  /** The chunks of a streamed reply. */
  static List<JsonNode> chunks(String events) {
    var chunks = new ArrayList<JsonNode>();
    events
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .forEach(line -> chunks.add(json(line.substring(6))));
    return chunks;
  }
}
