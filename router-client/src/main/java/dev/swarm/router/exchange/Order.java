package dev.swarm.router.exchange;

import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Clocks;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;

/**
 * What a flight carries, how long it may take and what may come back. Never printed: the headers
 * bear the key.
 *
 * @param endpoint its name, for troubles
 * @param sink where a reply goes
 * @param most bytes of a reply
 * @param atMost what is left of the caller's patience
 */
record Order(
    String endpoint,
    HttpMethod method,
    Target target,
    MultiMap headers,
    Buffer body,
    Clocks clocks,
    Duration atMost,
    Sink sink,
    int most) {

  /**
   * How long a connection whose reply is whole may take to say so. Servers that mean to keep it say
   * so in the same packet or the next; others hold it open after {@code [DONE]} (row 14).
   */
  static final Duration LINGER = Duration.ofMillis(100);

  Duration firstByte() {
    return clocks.firstByte();
  }

  Duration progress() {
    return clocks.progress();
  }

  Duration total() {
    return patient() ? clocks.total() : atMost;
  }

  /** Whose clock it is that ends it. */
  Kind totalKind() {
    return patient() ? Kind.TOO_SLOW : Kind.OUT_OF_TIME;
  }

  private boolean patient() {
    return atMost.compareTo(clocks.total()) >= 0;
  }

  @Override
  public String toString() {
    return method + " " + target;
  }
}
