package dev.swarm.coordinator.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Every open connection, and how long it may take until its next request is there. */
final class Deadlines {
  private final Vertx vertx;
  private final Duration patience;
  private final int most;
  private final Map<HttpConnection, RequestDeadline> open = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param most connections at once; more are closed again
   */
  Deadlines(Vertx vertx, Duration patience, int most) {
    this.vertx = vertx;
    this.patience = patience;
    this.most = most;
  }

  void connected(HttpConnection connection) {
    int now = count.incrementAndGet();
    open.put(connection, new RequestDeadline(vertx, connection, patience));
    var _ = connection.closeHandler(_ -> closed(connection));
    if (now > most) {
      var _ = connection.close();
    }
  }

  private void closed(HttpConnection connection) {
    int _ = count.decrementAndGet();
    Optional.ofNullable(open.remove(connection)).ifPresent(RequestDeadline::stop);
  }

  /** The head of a request is there; its body is waited for. */
  void begun(HttpServerRequest request) {
    of(request).ifPresent(RequestDeadline::begun);
  }

  /** The request is there, whole. */
  void whole(HttpServerRequest request) {
    of(request).ifPresent(RequestDeadline::stop);
  }

  /** It was answered: the next may come. */
  void answered(HttpServerRequest request) {
    of(request).ifPresent(RequestDeadline::again);
  }

  private Optional<RequestDeadline> of(HttpServerRequest request) {
    return Optional.ofNullable(open.get(request.connection()));
  }
}
