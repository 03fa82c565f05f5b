package dev.swarm.browser;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Serves the dashboard's files as a coordinator does, and invented answers. On loopback, on a port
 * of its own.
 */
final class Rig implements AutoCloseable {
  private static final String FILES = "dev/swarm/coordinator/dashboard";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

  private final Vertx vertx = Vertx.vertx();
  private final Readers readers = new Readers();
  private final Answers answers;
  private final HttpServer server;

  Rig(Answers answers) {
    this.answers = answers;
    this.server =
        vertx
            .createHttpServer()
            .requestHandler(this::serve)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  String address() {
    return "http://127.0.0.1:" + server.actualPort() + "/";
  }

  Readers readers() {
    return readers;
  }

  private void serve(HttpServerRequest request) {
    String path = request.path();
    if (path.equals("/api/v1/events")) {
      readers.add(request);
    } else if (path.startsWith("/api/v1/")) {
      var _ =
          request
              .body()
              .onSuccess(body -> answer(request, path.substring("/api/v1".length()), body));
    } else {
      file(request, path.equals("/") ? "/index.html" : path);
    }
  }

  private void answer(HttpServerRequest request, String path, Buffer body) {
    JsonObject given = body.length() == 0 ? new JsonObject() : body.toJsonObject();
    var found = answers.to(request.method().name(), path, request.params(), given);
    var response = request.response().putHeader("content-type", "application/json");
    if (found.isPresent()) {
      var _ = response.end(found.get().toBuffer());
    } else {
      var _ =
          response
              .setStatusCode(404)
              .end(
                  new JsonObject()
                      .put("title", "not found")
                      .put("detail", "no such thing: " + path)
                      .toBuffer());
    }
  }

  private void file(HttpServerRequest request, String path) {
    var response = request.response().putHeader("content-security-policy", POLICY);
    try (InputStream file = Rig.class.getClassLoader().getResourceAsStream(FILES + path)) {
      if (file == null || path.contains("..")) {
        var _ = response.setStatusCode(404).end();
        return;
      }
      String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "text/plain");
      var _ =
          response
              .putHeader("content-type", type + "; charset=utf-8")
              .end(Buffer.buffer(file.readAllBytes()));
    } catch (IOException e) {
      var _ = response.setStatusCode(500).end();
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
