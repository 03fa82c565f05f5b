package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.wire.Refusals;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;

/** Small requests at one endpoint. */
record Looks(
    Lines lines, Clocks clocks, InstantSource clock, Endpoint endpoint, Optional<String> key) {
  private static final String VERSION = "/v1";

  /** The lists of the largest gateways have about 1 MB. */
  private static final int MOST = 4 * 1024 * 1024;

  private static final int CONNECTIONS = 2;

  /** At {@code path} below the base. */
  Look below(String path) throws InterruptedException {
    return at(Target.below(endpoint.url(), path));
  }

  /** At {@code path} beside the {@code v1} of the base. */
  Look beside(String path) throws InterruptedException {
    var below = Target.below(endpoint.url(), "").path();
    var root =
        below.endsWith(VERSION) ? below.substring(0, below.length() - VERSION.length()) : below;
    return at(Target.at(endpoint.url(), root + path));
  }

  private Look at(Target target) throws InterruptedException {
    if (key.isPresent() && !Headers.bears(key.get())) {
      return failed(target, Kind.UNAUTHORIZED, Mishap.unbearable(endpoint));
    }
    try {
      var line = lines.to(endpoint, CONNECTIONS, clocks.connect());
      var body = new Kept(new ByteArrayOutputStream());
      return seen(target, new Flight(line, order(target, body)).fly(), body);
    } catch (IOException | GeneralSecurityException e) {
      return failed(target, Kind.UNTRUSTED, Mishap.untrusting(endpoint, e));
    }
  }

  private Order order(Target target, Sink body) {
    return new Order(
        endpoint.name(),
        HttpMethod.GET,
        target,
        Headers.forLook(key),
        Buffer.buffer(),
        clocks,
        clocks.total(),
        body,
        MOST);
  }

  private Look seen(Target target, Ending ending, Kept body) {
    return switch (ending) {
      case Ending.Lost(Trouble trouble, var _) ->
          look(target, Optional.empty(), Optional.of(trouble), answered(trouble));
      case Ending.Refused(int status, var headers, Buffer said) ->
          look(
              target,
              Optional.empty(),
              Optional.of(
                  Refusals.of(
                      endpoint.name(),
                      status,
                      headers,
                      said.toString(StandardCharsets.UTF_8),
                      clock.instant())),
              true);
      case Ending.Fed(var cut, var _) ->
          look(target, cut.isPresent() ? Optional.empty() : Optional.of(body.text()), cut, true);
    };
  }

  /** Whether it is HTTP that brought the trouble. */
  private static boolean answered(Trouble trouble) {
    return trouble.status().isPresent() || trouble.kind() == Kind.GARBLED;
  }

  private Look failed(Target target, Kind kind, String detail) {
    return look(
        target, Optional.empty(), Optional.of(Trouble.of(kind, endpoint.name(), detail)), false);
  }

  private Look look(
      Target target, Optional<String> text, Optional<Trouble> trouble, boolean answered) {
    return new Look(endpoint.name(), target, text, trouble, answered);
  }

  /** Keeps a body, which is small and comes at once. */
  private record Kept(ByteArrayOutputStream bytes) implements Sink {
    @Override
    public boolean feed(byte[] piece, int offset, int length) {
      bytes.write(piece, offset, length);
      return true;
    }

    @Override
    public boolean done() {
      return false;
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
