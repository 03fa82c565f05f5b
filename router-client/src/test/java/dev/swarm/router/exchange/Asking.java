package dev.swarm.router.exchange;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.swarm.router.Tier;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.ChatRequest.Choice;
import dev.swarm.router.chat.Toolset;
import dev.swarm.router.endpoint.Attempt;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.router.wire.Profile;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An exchange to test with, and questions for it; the clocks are short. */
record Asking(Vertx vertx, Exchange exchange) implements AutoCloseable {
  static final Clocks CLOCKS =
      new Clocks(
          Duration.ofMillis(600),
          Duration.ofSeconds(1),
          Duration.ofMillis(600),
          Duration.ofMillis(400),
          Duration.ofMillis(1500));

  /** For what is to end by itself. */
  static final Clocks PATIENT =
      new Clocks(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30));

  static final String KEY = "sk-very-secret-0123456789";

  static Asking begin() {
    var vertx = Vertx.vertx();
    return new Asking(vertx, new Exchange(vertx, InstantSource.system()));
  }

  Attempt ask(URI url) throws InterruptedException {
    return ask(endpoint(url, CLOCKS, Optional.empty()));
  }

  Attempt ask(Endpoint endpoint) throws InterruptedException {
    return ask(endpoint, request("how are you?"));
  }

  Attempt ask(Endpoint endpoint, ChatRequest request) throws InterruptedException {
    return exchange.attempt(
        endpoint, Optional.of(KEY), request, endpoint.profile(), 0, Duration.ofMinutes(1));
  }

  /** Of an attempt that brought no reply. */
  static Kind kind(Attempt attempt) {
    return assertInstanceOf(Attempt.Bad.class, attempt).trouble().kind();
  }

  static ChatRequest request(String text) {
    return new ChatRequest(List.of(new ChatMessage.User(text)), Toolset.NONE, Choice.AUTO, 100);
  }

  static Endpoint endpoint(URI url, Clocks clocks, Optional<Path> trust) {
    return new Endpoint(
        "box",
        url,
        "m",
        new KeySource.None(),
        Tier.LOCAL,
        16,
        0,
        clocks,
        OptionalInt.empty(),
        Optional.empty(),
        trust,
        Profile.STANDARD);
  }

  @Override
  public void close() {
    exchange.close();
    var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
