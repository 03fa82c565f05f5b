package dev.swarm.coordinator.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/** In what form something is sent. */
final class MediaTypes {
  private MediaTypes() {}

  /** Refuses anything but JSON: what a form of another site can send is none. */
  static void requireJson(HttpServerRequest request) {
    var type =
        Optional.ofNullable(request.getHeader("content-type"))
            .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .orElse("");
    if (!type.equals(Reply.JSON)) {
      throw new ProblemException(
          415,
          type.isEmpty() ? "the body has no media type" : "the body is " + Shown.of(type),
          "header Content-Type",
          "send Content-Type: application/json, and JSON");
    }
    if (Optional.ofNullable(request.getHeader("content-encoding"))
        .filter(coding -> !coding.equals("identity"))
        .isPresent()) {
      throw new ProblemException(
          415, "the body is compressed", "header Content-Encoding", "send it as it is");
    }
  }
}
