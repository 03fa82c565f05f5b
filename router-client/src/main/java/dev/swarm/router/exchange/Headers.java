package dev.swarm.router.exchange;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/** The headers of our requests. No compression is asked for: replies are small, and bombs exist. */
final class Headers {
  private static final String JSON = "application/json";
  private static final String EVENTS = "text/event-stream";

  private Headers() {}

  /** Whether {@code key} can stand in a header: visible ASCII, as RFC 6750 wants it. */
  static boolean bears(String key) {
    return !key.isEmpty() && key.chars().allMatch(one -> one > ' ' && one < 0x7f);
  }

  static MultiMap forChat(Optional<String> key, boolean streamed) {
    return plain(key, streamed ? EVENTS + ", " + JSON : JSON).set(HttpHeaders.CONTENT_TYPE, JSON);
  }

  static MultiMap forLook(Optional<String> key) {
    return plain(key, JSON + ", */*;q=0.1");
  }

  private static MultiMap plain(Optional<String> key, String accept) {
    var headers =
        HttpHeaders.headers()
            .set(HttpHeaders.ACCEPT, accept)
            .set(HttpHeaders.ACCEPT_ENCODING, "identity");
    return key.map(secret -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + secret))
        .orElse(headers);
  }
}
