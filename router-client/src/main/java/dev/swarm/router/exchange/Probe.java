package dev.swarm.router.exchange;

import dev.swarm.router.Trouble;
import dev.swarm.router.Trouble.Kind;
import dev.swarm.router.endpoint.Clocks;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.router.exchange.Probed.Software;
import dev.swarm.router.wire.Catalogue;
import dev.swarm.router.wire.Catalogue.Listed;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Looks at an endpoint without asking its model anything. On connections of its own, for on those
 * of an {@link Exchange} it would queue behind generations; and with short clocks, for it is to
 * tell how things are now. Any thread may call that may block.
 */
public final class Probe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final Lines lines;
  private final InstantSource clock;
  private final Clocks clocks;

  /** On {@code vertx}, which it does not close. */
  public Probe(Vertx vertx, InstantSource clock) {
    this(vertx, clock, new Clocks(CONNECT, PATIENCE, PATIENCE, PATIENCE, PATIENCE));
  }

  Probe(Vertx vertx, InstantSource clock, Clocks clocks) {
    this.lines = new Lines(vertx);
    this.clock = clock;
    this.clocks = clocks;
  }

  /**
   * Looks, with at most five small requests, each of at most five seconds; fewer where the first
   * shows that nobody is there.
   *
   * @param key for the Authorization header; empty sends none
   * @throws InterruptedException if the caller was; the connection is closed then
   */
  public Probed probe(Endpoint endpoint, Optional<String> key) throws InterruptedException {
    var looks = new Looks(lines, clocks, clock, endpoint, key);
    var models = looks.below("/models");
    if (!models.answered()) {
      return unseen(models);
    }
    var health = looks.beside("/health");
    var props = looks.beside("/props").text().flatMap(Catalogue::props);
    var listed = models.text().flatMap(Catalogue::models);
    var tags =
        listed.isPresent()
            ? Optional.<List<Listed>>empty()
            : looks.beside("/api/tags").text().flatMap(Catalogue::tags);
    var all = listed.or(() -> tags).orElse(List.of());
    var asked = all.stream().filter(one -> one.names().contains(endpoint.model())).findFirst();
    return new Probed(
        true,
        models.loading() || health.loading(),
        all,
        asked
            .map(Listed::context)
            .filter(OptionalInt::isPresent)
            .or(() -> props.map(Catalogue.Props::context))
            .orElseGet(OptionalInt::empty),
        props.map(Catalogue.Props::slots).orElseGet(OptionalInt::empty),
        software(looks, props.isPresent(), tags.isPresent(), all),
        listed.isPresent() || tags.isPresent() ? Optional.empty() : Optional.of(why(models)));
  }

  @Override
  public void close() {
    lines.close();
  }

  private static Probed unseen(Look models) {
    return new Probed(
        false,
        false,
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Software.UNKNOWN,
        Optional.of(why(models)));
  }

  private static Trouble why(Look models) {
    return models
        .trouble()
        .orElseGet(() ->
            Trouble.of(
                Kind.NO_ROUTER,
                models.endpoint(),
                "could not list the models of "
                    + models.target()
                    + ": what it answers is no list; the URL should be the base of the API, as"
                    + " in http://host:8080/v1"));
  }

  /** Ollama greets whoever comes to its root (Olla's documentation, health-checking.md). */
  private static Software software(Looks looks, boolean props, boolean tags, List<Listed> all)
      throws InterruptedException {
    if (props) {
      return Software.LLAMA_SERVER;
    }
    if (all.stream().anyMatch(one -> one.owner().equals("vllm"))) {
      return Software.VLLM;
    }
    return tags || looks.beside("/").text().filter(text -> text.contains("Ollama")).isPresent()
        ? Software.OLLAMA
        : Software.UNKNOWN;
  }
}
