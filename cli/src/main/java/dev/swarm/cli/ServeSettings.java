package dev.swarm.cli;

import dev.swarm.bus.cluster.HostPort;
import dev.swarm.router.endpoint.KeySource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code serve:} says, with its defaults: where {@code swarm serve} answers over HTTP, and to
 * whom.
 *
 * @param listen of the API and the dashboard
 * @param tokens who may come in; none on loopback means whoever is on this machine
 * @param requestsPerSecond of one address, in the long run
 * @param readers of events at once
 * @param openRuns led at once; more are refused
 */
record ServeSettings(
    HostPort listen,
    List<NamedToken> tokens,
    Optional<Tls> tls,
    int requestsPerSecond,
    int readers,
    int openRuns) {
  static final int PORT = 7400;
  static final ServeSettings STANDARD =
      new ServeSettings(
          HostPort.parse("127.0.0.1", PORT), List.of(), Optional.empty(), 100, 1_000, 16);

  ServeSettings {
    tokens = List.copyOf(tokens);
  }

  /**
   * Where a token is found.
   *
   * @param operator whether it may change anything
   */
  record NamedToken(String name, boolean operator, KeySource source) {}

  /** PEM files. */
  record Tls(Path certificate, Path key) {}

  /** The same elsewhere. */
  ServeSettings at(HostPort other) {
    return new ServeSettings(other, tokens, tls, requestsPerSecond, readers, openRuns);
  }
}
