package dev.swarm.coordinator.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;

/**
 * How long a connection may take until its next request is there, whole. Without it a client that
 * sends a byte now and then keeps its place for ever. Used on the connection's event loop.
 */
final class RequestDeadline {
  private static final Duration BETWEEN = Duration.ofSeconds(75);

  private final Vertx vertx;
  private final HttpConnection connection;
  private final Duration patience;
  private long timer;

  /** Begins to wait for the first request. */
  RequestDeadline(Vertx vertx, HttpConnection connection, Duration patience) {
    this.vertx = vertx;
    this.connection = connection;
    this.patience = patience;
    start(patience);
  }

  /** The head of a request is there; its body is waited for. */
  void begun() {
    stop();
    start(patience);
  }

  /** The request is there. */
  void stop() {
    boolean _ = vertx.cancelTimer(timer);
  }

  /** It was answered: the connection may be used again. */
  void again() {
    stop();
    start(BETWEEN);
  }

  private void start(Duration delay) {
    timer =
        vertx.setTimer(
            delay.toMillis(),
            _ -> {
              var _ = connection.close();
            });
  }
}
