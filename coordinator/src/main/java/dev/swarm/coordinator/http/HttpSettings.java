package dev.swarm.coordinator.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where and to whom the API answers.
 *
 * @param host a name or an address to listen on
 * @param port 0 for any that is free
 * @param tokens who may come in; none on loopback means whoever is on this machine
 */
public record HttpSettings(
    String host, int port, List<Token> tokens, Optional<Tls> tls, Limits limits) {
  /** On this machine alone. */
  public static final HttpSettings LOCAL =
      new HttpSettings("127.0.0.1", 7400, List.of(), Optional.empty(), Limits.STANDARD);

  public HttpSettings {
    tokens = List.copyOf(tokens);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
    }
    if (!Hosts.isLoopback(host) && (tokens.isEmpty() || tls.isEmpty())) {
      throw new IllegalArgumentException(
          "could not listen on "
              + host
              + ": beyond this machine itself only with "
              + (tokens.isEmpty() ? "tokens" : "TLS")
              + "; give serve.tokens and serve.tls in swarm.yaml, or listen on 127.0.0.1");
    }
  }

  /** PEM files. */
  public record Tls(Path certificate, Path key) {}

  /** The same elsewhere. */
  public HttpSettings at(String otherHost, int otherPort) {
    return new HttpSettings(otherHost, otherPort, tokens, tls, limits);
  }

  /** Whether nobody has to show a token. */
  boolean open() {
    return tokens.isEmpty();
  }
}
