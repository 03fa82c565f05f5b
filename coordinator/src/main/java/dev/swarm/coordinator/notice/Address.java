package dev.swarm.coordinator.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where a webhook listens. Its path is a secret, as whoever knows it may write there: it is never
 * shown, nor are messages about it those of a library.
 */
public final class Address {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI url;

  private Address(URI url) {
    this.url = url;
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException that says what was expected, and nothing of {@code text}
   */
  public static Address parse(String text) {
    try {
      var url = new URI(text.strip());
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (!web || url.getHost() == null || url.getUserInfo() != null) {
        throw new IllegalArgumentException("expected a URL such as https://host/path");
      }
      if ("http".equals(url.getScheme()) && !LOOPBACK.contains(url.getHost())) {
        throw new IllegalArgumentException(
            "expected https: what is found would cross the network in the clear");
      }
      return new Address(url);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException("expected a URL such as https://host/path");
    }
  }

  URI url() {
    return url;
  }

  /** Scheme, host and port. */
  @Override
  public String toString() {
    return url.getScheme() + "://" + url.getRawAuthority() + "/…";
  }
}
