package dev.swarm.router.endpoint;

import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.wire.Profile;
import java.time.Duration;
import java.util.Optional;

/** The door to the network: one request over the wire, never a second one. Any thread. */
@FunctionalInterface
public interface Attempts {

  /**
   * Sends one request and blocks until its reply is whole or given up.
   *
   * @param key resolved just now, kept by nobody
   * @param sample 0, or which of the re-samples it is
   * @param atMost for all of it; the endpoint's own clocks run too
   * @throws InterruptedException if the caller was cancelled; the connection is closed then
   */
  Attempt attempt(
      Endpoint endpoint,
      Optional<String> key,
      ChatRequest request,
      Profile profile,
      int sample,
      Duration atMost)
      throws InterruptedException;
}
