package dev.swarm.router.scripted;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;

/**
 * A router that says what it is told to say: a real HTTP server with chat completions, whole and
 * streamed, {@code /v1/models}, {@code /health}, {@code /props}, {@code /slots} and {@code
 * /metrics}. One event loop of the given Vert.x serves it all, so that its queue is exactly first
 * come, first served; a brain that blocks runs on worker threads.
 */
public final class ScriptedRouter implements AutoCloseable {
  private final Vertx vertx;
  private final Settings settings;
  private final Serving serving;
  private final String deployment;

  private ScriptedRouter(Vertx vertx, Settings settings, Serving serving, String deployment) {
    this.vertx = vertx;
    this.settings = settings;
    this.serving = serving;
    this.deployment = deployment;
  }

  /** Listens; fails where the port is taken. */
  public static Future<ScriptedRouter> listen(Vertx vertx, Settings settings, Brain brain) {
    var serving = new Serving(settings, brain);
    return vertx
        .deployVerticle(serving)
        .map(deployment -> new ScriptedRouter(vertx, settings, serving, deployment));
  }

  /** The port that it listens at. */
  public int port() {
    return serving.port();
  }

  /** The base that a client is configured with, ending in {@code /v1}. */
  public URI url() {
    var scheme = settings.place().tls().isPresent() ? "https" : "http";
    var host = settings.place().host().equals("0.0.0.0") ? "127.0.0.1" : settings.place().host();
    var literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(scheme + "://" + literal + ":" + port() + "/v1");
  }

  /** What it saw so far. Any thread. */
  public Statistics statistics() {
    return serving.ledger().statistics();
  }

  /** The last requests for chat completions, oldest first. Any thread. */
  public List<Received> received() {
    return serving.ledger().received();
  }

  /** Stops listening and ends all connections; does not wait for it. */
  @Override
  public void close() {
    var _ = vertx.undeploy(deployment);
  }
}
