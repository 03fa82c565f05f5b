package dev.swarm.coordinator.http;

import java.time.Duration;

/**
 * What a client may ask of the server.
 *
 * @param perSecond requests of one address, in the long run
 * @param burst of them at once
 * @param connections open at once, of everybody
 * @param readers of events, of everybody
 * @param openRuns led here at once; more are refused
 * @param bodyBytes of a request
 * @param headerBytes of all headers of a request together
 * @param patience for a request to be sent whole
 */
public record Limits(
    int perSecond,
    int burst,
    int connections,
    int readers,
    int openRuns,
    int bodyBytes,
    int headerBytes,
    Duration patience) {
  public static final Limits STANDARD =
      new Limits(100, 1_000, 2_000, 1_000, 16, 64 << 10, 16 << 10, Duration.ofSeconds(10));

  public Limits {
    if (perSecond < 1 || burst < 1 || connections < 1 || readers < 1 || openRuns < 1) {
      throw new IllegalArgumentException("each limit is at least 1");
    }
  }
}
