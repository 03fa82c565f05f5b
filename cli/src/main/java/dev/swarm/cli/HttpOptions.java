package dev.swarm.cli;

import dev.swarm.coordinator.http.Access;
import dev.swarm.coordinator.http.HttpSettings;
import dev.swarm.coordinator.http.Limits;
import dev.swarm.coordinator.http.Token;
import dev.swarm.router.endpoint.KeyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a coordinator that stays answers over HTTP. */
final class HttpOptions {
  @Option(
      names = "--http",
      order = 40,
      paramLabel = "HOST[:PORT]",
      description = "Serve the API and the dashboard there; default 127.0.0.1:7400.")
  @Nullable
  private String http;

  @Option(names = "--no-http", order = 41, description = "Serve no API and no dashboard.")
  private boolean none;

  /**
   * What is served, and to whom; empty for nothing.
   *
   * @throws UsageException if that would be open to everybody, or a token cannot be had
   */
  Optional<HttpSettings> settings(Surroundings here, Settings settings) {
    if (none) {
      if (http != null) {
        throw new UsageException("--http and --no-http were given; leave one of them out");
      }
      return Optional.empty();
    }
    var serve = http == null ? settings.serve() : settings.serve().at(place(http));
    try {
      return Optional.of(
          new HttpSettings(
              serve.listen().host(),
              serve.listen().port(),
              tokens(here, serve),
              serve.tls().map(HttpOptions::readable),
              limits(serve)));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static dev.swarm.bus.cluster.HostPort place(String text) {
    try {
      return ServeReader.place(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--http: " + e.getMessage());
    }
  }

  private static HttpSettings.Tls readable(ServeSettings.Tls tls) {
    for (Path file : List.of(tls.certificate(), tls.key())) {
      if (!Files.isReadable(file)) {
        throw new UsageException("could not read " + file + ": it is named under serve.tls");
      }
    }
    return new HttpSettings.Tls(tls.certificate(), tls.key());
  }

  private static Limits limits(ServeSettings serve) {
    var standard = Limits.STANDARD;
    return new Limits(
        serve.requestsPerSecond(),
        Math.max(standard.burst(), serve.requestsPerSecond()),
        Math.max(standard.connections(), serve.readers() * 2),
        serve.readers(),
        serve.openRuns(),
        standard.bodyBytes(),
        standard.headerBytes(),
        standard.patience());
  }

  private static List<Token> tokens(Surroundings here, ServeSettings serve) {
    var keys = FoundKeys.of(here);
    var tokens = new ArrayList<Token>();
    for (var token : serve.tokens()) {
      tokens.add(token(token, keys));
    }
    return tokens;
  }

  private static Token token(ServeSettings.NamedToken token, FoundKeys keys) {
    try {
      var access = token.operator() ? Access.OPERATOR : Access.VIEWER;
      return Token.of(token.name(), access, keys.of(token.source()));
    } catch (KeyException e) {
      var what = String.valueOf(e.getMessage()).replace("the key", "it");
      throw new UsageException("token " + token.name() + ": " + what);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted while a token was looked up");
    }
  }
}
