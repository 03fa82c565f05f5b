package dev.swarm.router.exchange;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.WebClientInternal;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connections to one endpoint, and the one event loop on which all of them live: whatever
 * happens to a flight happens there, one thing after the other. HTTP/1.1 only, without pipelining:
 * a request has a connection of its own, and closing it is the one sign to stop that every server
 * understands (row 48 of the known deviations).
 */
final class Line {
  private static final int MOST_HEADER_BYTES = 64 * 1024;
  private static final int MOST_LINE_BYTES = 8 * 1024;
  private static final int PIECE_BYTES = 32 * 1024;

  /** Below the 60 s and more of proxies; servers that keep a connection shorter close it. */
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final Context loop;
  private final Vertx vertx;
  private final HttpClient http;
  private final WebClientInternal web;
  private final Duration connect;

  /**
   * Connects when it has to.
   *
   * @throws IOException if the endpoint's certificates cannot be read
   * @throws GeneralSecurityException if they are none
   */
  Line(Vertx vertx, Lines.Way way) throws IOException, GeneralSecurityException {
    this.vertx = vertx;
    connect = way.connect();
    loop = ((VertxInternal) vertx).createEventLoopContext();
    var options = options(way);
    http =
        vertx
            .httpClientBuilder()
            .with(options)
            .with(
                new PoolOptions()
                    .setHttp1MaxSize(way.connections())
                    .setMaxWaitQueueSize(way.connections()))
            .withConnectHandler(Line::mute)
            .build();
    web = (WebClientInternal) WebClient.wrap(http, options);
    var _ = web.addInterceptor(Line::tell);
  }

  Vertx vertx() {
    return vertx;
  }

  /** Does something on the line's event loop, later. */
  void run(Runnable work) {
    loop.runOnContext(_ -> work.run());
  }

  /** A request whose body goes to {@code flight}, which hears of its steps. */
  HttpRequest<Void> request(HttpMethod method, Target target, Flight flight) {
    return web.request(method, target.port(), target.host(), target.path())
        .ssl(target.tls())
        .followRedirects(false)
        .connectTimeout(connect.toMillis())
        .as(new PieceCodec(flight));
  }

  void close() {
    var _ = http.close();
  }

  /**
   * Between the client's own steps. The client gives a request away only when its response has
   * come, but a flight must be able to end before that: hence its inner interface.
   */
  private static void tell(HttpContext<?> context) {
    var codec = (PieceCodec) context.request().bodyCodec();
    if (context.phase() == ClientPhase.SEND_REQUEST
        && !codec.flight().sending(context.clientRequest())) {
      return;
    }
    if (context.phase() == ClientPhase.RECEIVE_RESPONSE) {
      codec.flight().head(context.clientResponse());
    }
    context.next();
  }

  /** Its flight tells what went wrong; Vert.x would log it, the server's bytes included. */
  private static void mute(HttpConnection connection) {
    var _ = connection.exceptionHandler(_ -> {});
  }

  private static WebClientOptions options(Lines.Way way)
      throws IOException, GeneralSecurityException {
    var millis = (int) Math.min(Integer.MAX_VALUE, way.connect().toMillis());
    var options =
        new WebClientOptions()
            .setUserAgent("swarm")
            .setFollowRedirects(false)
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setPipelining(false)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setDecompressionSupported(false)
            .setMaxHeaderSize(MOST_HEADER_BYTES)
            .setMaxInitialLineLength(MOST_LINE_BYTES)
            .setMaxChunkSize(PIECE_BYTES)
            .setVerifyHost(true)
            .setConnectTimeout(millis)
            .setSslHandshakeTimeout(millis)
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    if (way.trust().isPresent()) {
      var _ = options.setTrustOptions(Trust.systemAnd(way.trust().get()));
    }
    return options;
  }
}
