package dev.swarm.coordinator.http;

import dev.swarm.coordinator.store.StoreException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes replies, and makes one of whatever went wrong. */
final class Replies {
  private static final int WORTH_COMPRESSING = 2_000;

  private final boolean tls;
  private final Consumer<String> log;

  Replies(boolean tls, Consumer<String> log) {
    this.tls = tls;
    this.log = log;
  }

  /** What every response has, whatever becomes of it. */
  void begin(HttpServerRequest request) {
    StrictHeaders.put(request.response().headers(), tls);
  }

  /** Writes it, unless the other side has gone. */
  void send(HttpServerRequest request, Reply reply) {
    var response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    var _ = response.setStatusCode(reply.status());
    reply.headers().keySet().forEach(name -> drop(response, name));
    var _ = response.headers().addAll(reply.headers());
    if (reply.status() == 304) {
      var _ = response.end();
      return;
    }
    var _ = response.putHeader("content-type", reply.mediaType());
    if (request.method().equals(HttpMethod.HEAD)) {
      var _ = response.putHeader("content-length", Integer.toString(reply.body().length())).end();
    } else {
      var _ = response.end(reply.body());
    }
  }

  /** What a reply says itself goes before what all say. */
  private static void drop(HttpServerResponse response, String name) {
    var _ = response.headers().remove(name);
  }

  /** The same reply, smaller, where the other side takes that and it is worth it. */
  static Reply compressed(HttpServerRequest request, Reply reply) {
    boolean worth = reply.body().length() > WORTH_COMPRESSING;
    if (!worth || !takesGzip(request) || reply.headers().containsKey("content-encoding")) {
      return reply;
    }
    Buffer small = Pages.gzip(reply.body());
    return new Reply(reply.status(), reply.mediaType(), small, reply.headers())
        .with("content-encoding", "gzip")
        .with("vary", "accept-encoding");
  }

  static boolean takesGzip(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("accept-encoding"))
        .filter(list -> list.contains("gzip"))
        .isPresent();
  }

  /** A reply for {@code failure}; a bug of ours is logged, and says no more than that it is one. */
  Reply failed(Throwable failure) {
    return switch (failure) {
      case ProblemException refused -> Reply.of(refused);
      case StoreException trouble -> of(trouble);
      default -> {
        log.accept("a request failed by a bug of ours: " + failure);
        yield Reply.problem(
            500,
            "a bug of ours: " + failure.getClass().getSimpleName(),
            "",
            "see the log of swarm serve, and report it");
      }
    };
  }

  private static Reply of(StoreException trouble) {
    var words = Shown.of(String.valueOf(trouble.getMessage()));
    return switch (trouble.trouble()) {
      case UNKNOWN_RUN ->
          Reply.problem(404, words, "path", "GET /api/v1/runs lists those that are kept");
      case FULL, BUSY, UNUSABLE ->
          Reply.of(ProblemException.later(503, 5, words, "see what the store says at /ready"));
      case DAMAGED, NEWER, OUT_OF_ORDER ->
          Reply.problem(503, words, "path", "swarm runs tells what is damaged");
    };
  }
}
