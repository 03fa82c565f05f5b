package dev.swarm.coordinator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** {@code /openapi.json}: what this API is. */
final class DocumentResource {
  private static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1";

  List<Route> routes() {
    var document = document();
    return List.of(
        Route.get("/openapi.json", _ -> Reply.of(200, MEDIA_TYPE, document)).by(Access.PUBLIC));
  }

  private static String document() {
    try (var in = DocumentResource.class.getResourceAsStream("openapi.json")) {
      return new String(
          Objects.requireNonNull(in, "openapi.json is in our own jar").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read openapi.json from our own jar", e);
    }
  }
}
