package dev.swarm.cli;

import dev.swarm.protocol.RunId;
import dev.swarm.router.endpoint.KeyException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way of a command to the coordinator that stays in the same state folder: its API, with a
 * token of the same configuration. Blocks.
 */
final class ServeDoor implements AutoCloseable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final long ANSWER_SECONDS = 10;
  private static final int BEGUN = 202;

  private final HttpClient client;
  private final URI place;
  private final Optional<String> token;

  private ServeDoor(HttpClient client, URI place, Optional<String> token) {
    this.client = client;
    this.place = place;
    this.token = token;
  }

  /**
   * A run that the coordinator leads.
   *
   * @param joined whether somebody else had asked for it before
   */
  record Begun(RunId run, boolean joined) {}

  /** Why a run was not taken, in words. */
  static final class ClosedException extends Exception {
    private static final long serialVersionUID = 1L;

    ClosedException(String message) {
      super(message);
    }
  }

  /**
   * Opens nothing yet.
   *
   * @param place where the coordinator said that it answers
   * @throws ClosedException if it takes tokens, and there is none here that may begin a run
   */
  static ServeDoor at(URI place, Surroundings here, Settings settings, Vertx vertx)
      throws ClosedException {
    var options = new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS);
    if (place.getScheme().equals("https")) {
      // exactly its own certificate is trusted, by whatever name it is called on this machine
      var tls = settings.serve().tls().map(ServeSettings.Tls::certificate);
      var trusted = tls.orElseThrow(() -> new ClosedException("no certificate under serve.tls"));
      options =
          options
              .setSsl(true)
              .setVerifyHost(false)
              .setTrustOptions(new PemTrustOptions().addCertPath(trusted.toString()));
    }
    return new ServeDoor(vertx.createHttpClient(options), place, token(here, settings));
  }

  private static Optional<String> token(Surroundings here, Settings settings)
      throws ClosedException {
    var tokens = settings.serve().tokens();
    var operator = tokens.stream().filter(ServeSettings.NamedToken::operator).findFirst();
    if (operator.isEmpty()) {
      if (tokens.isEmpty()) {
        return Optional.empty();
      }
      throw new ClosedException("no token under serve.tokens has operator access");
    }
    try {
      return Optional.of(FoundKeys.of(here).of(operator.get().source()));
    } catch (KeyException e) {
      throw new ClosedException("its token could not be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClosedException("interrupted");
    }
  }

  /**
   * Asks for a run.
   *
   * @param wish the body of {@code POST /api/v1/runs}
   * @throws ClosedException if it does not take it
   */
  Begun begin(JsonObject wish) throws ClosedException {
    var begun = post("/api/v1/runs", wish);
    try {
      return new Begun(new RunId(begun.getString("id")), begun.getBoolean("joined", false));
    } catch (RuntimeException e) {
      throw new ClosedException("its answer is not understood");
    }
  }

  /** Stops a run that was begun here. */
  void cancel(RunId run) throws ClosedException {
    var _ = post("/api/v1/runs/" + run + "/cancel", new JsonObject());
  }

  private JsonObject post(String path, JsonObject body) throws ClosedException {
    try {
      return client
          .request(request(path))
          .compose(it -> it.putHeader("Content-Type", "application/json").send(body.toBuffer()))
          .compose(response -> response.body().compose(text -> judged(response.statusCode(), text)))
          .await(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new ClosedException("it did not answer within " + ANSWER_SECONDS + " s");
    } catch (RuntimeException e) {
      throw new ClosedException(String.valueOf(e.getMessage()));
    }
  }

  private RequestOptions request(String path) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setHost(reachable(place.getHost()))
            .setPort(place.getPort())
            .setURI(path);
    return token
        .map(secret -> options.putHeader("Authorization", "Bearer " + secret))
        .orElse(options);
  }

  /** One that listens everywhere is reached on this machine itself. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "[::]" -> "::1";
      default -> host.replaceAll("[\\[\\]]", "");
    };
  }

  private static Future<JsonObject> judged(int status, Buffer text) {
    JsonObject answer;
    try {
      answer = new JsonObject(text);
    } catch (DecodeException e) {
      answer = new JsonObject();
    }
    return status == BEGUN
        ? Future.succeededFuture(answer)
        : Future.failedFuture(answer.getString("detail", "it answers " + status));
  }

  @Override
  public void close() {
    var _ = client.close();
  }
}
