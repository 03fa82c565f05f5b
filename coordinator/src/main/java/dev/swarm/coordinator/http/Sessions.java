package dev.swarm.coordinator.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Browsers that have shown a token: they come back with a cookie, which is worth nothing anywhere
 * else and ends with this process. Any thread.
 */
final class Sessions {
  static final Duration LIFE = Duration.ofHours(12);
  private static final int MOST = 1_000;
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final InstantSource steady;
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  private record Session(Caller caller, Instant until) {}

  Sessions(InstantSource steady) {
    this.steady = steady;
  }

  /** Begins one; only the hash of what is given back is kept. */
  synchronized String begin(Caller caller) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var id = HexFormat.of().formatHex(bytes);
    sessions.values().removeIf(session -> !session.until().isAfter(steady.instant()));
    if (sessions.size() >= MOST) {
      var eldest = sessions.keySet().iterator().next();
      var _ = sessions.remove(eldest);
    }
    sessions.put(Token.hash(id), new Session(caller, steady.instant().plus(LIFE)));
    return id;
  }

  synchronized Optional<Caller> of(String id) {
    return Optional.ofNullable(sessions.get(Token.hash(id)))
        .filter(session -> session.until().isAfter(steady.instant()))
        .map(Session::caller);
  }

  synchronized void end(String id) {
    var _ = sessions.remove(Token.hash(id));
  }
}
