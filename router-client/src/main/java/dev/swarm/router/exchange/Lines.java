package dev.swarm.router.exchange;

import dev.swarm.router.endpoint.Endpoint;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The lines in use, one for each place and way to get there; made when first needed. */
final class Lines {
  private final Vertx vertx;
  private final ConcurrentHashMap<Way, Line> open = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Lines(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * The line to {@code endpoint}.
   *
   * @throws IllegalStateException after {@link #close}
   * @throws IOException if the endpoint's certificates cannot be read
   * @throws GeneralSecurityException if they are none
   */
  Line to(Endpoint endpoint, int connections, Duration connect)
      throws IOException, GeneralSecurityException {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    var way = new Way(endpoint.url(), endpoint.trust(), connections, connect);
    var line = open.get(way);
    if (line == null) {
      var fresh = new Line(vertx, way);
      line = Optional.ofNullable(open.putIfAbsent(way, fresh)).orElse(fresh);
      if (line != fresh) {
        fresh.close();
      }
    }
    return line;
  }

  void close() {
    closed = true;
    open.values().forEach(Line::close);
    open.clear();
  }

  /**
   * What makes two lines different.
   *
   * @param connections at once, at most
   * @param connect until there is a connection, TLS included
   */
  record Way(URI url, Optional<Path> trust, int connections, Duration connect) {}
}
