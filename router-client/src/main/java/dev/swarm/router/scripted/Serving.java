package dev.swarm.router.scripted;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Optional;

/** Listens, and shows requests to whom they are for. Its event loop owns all state. */
final class Serving extends VerticleBase {
  private final Settings settings;
  private final Brain brain;
  private final Ledger ledger;
  private final Slots slots;
  private final Prefixes prefixes = new Prefixes();
  private volatile int port;

  Serving(Settings settings, Brain brain) {
    this.settings = settings;
    this.brain = brain;
    this.ledger = new Ledger(settings.memory().clock(), settings.memory().keep());
    this.slots = new Slots(settings.capacity());
  }

  @Override
  public Future<?> start() {
    HttpServer server = vertx.createHttpServer(options()).requestHandler(this::serve);
    return server
        .listen(settings.place().port(), settings.place().host())
        .onSuccess(listening -> port = listening.actualPort());
  }

  private HttpServerOptions options() {
    var options =
        new HttpServerOptions()
            .setTcpNoDelay(true)
            .setAcceptBacklog(4096)
            .setMaxHeaderSize(64 << 10)
            .setMaxInitialLineLength(16 << 10)
            .setHandle100ContinueAutomatically(true);
    return settings
        .place()
        .tls()
        .map(pem -> options.setSsl(true).setKeyCertOptions(pem(pem)))
        .orElse(options);
  }

  private static PemKeyCertOptions pem(SelfSigned pem) {
    return new PemKeyCertOptions()
        .addCertValue(Buffer.buffer(pem.certificate()))
        .addKeyValue(Buffer.buffer(pem.key()));
  }

  private void serve(HttpServerRequest request) {
    var path = Optional.ofNullable(request.path()).orElse("/");
    var tail = path.startsWith("/v1/") ? path.substring(3) : path;
    if (!tail.equals("/chat/completions")) {
      new Probing(this, request, tail).answer();
    } else if (!HttpMethod.POST.equals(request.method())) {
      refuse(request, Probing.notAllowed(request));
    } else if (!authorized(request)) {
      ledger.unauthorized();
      refuse(request, Refusals.wrongKey());
    } else {
      read(request);
    }
  }

  boolean authorized(HttpServerRequest request) {
    return settings
        .place()
        .key()
        .map(key -> ("Bearer " + key).equals(request.getHeader("authorization")))
        .orElse(true);
  }

  /** Collects the body; what is too large is refused before it is read to its end. */
  private void read(HttpServerRequest request) {
    var body = Buffer.buffer();
    var tooLarge = new boolean[1];
    var _ =
        request
            .exceptionHandler(gone -> {})
            .handler(chunk -> {
              if (tooLarge[0]) {
                return;
              }
              if (body.length() + chunk.length() > settings.memory().mostBytes()) {
                tooLarge[0] = true;
                tooLarge(request);
              } else {
                var _ = body.appendBuffer(chunk);
              }
            })
            .endHandler(end -> {
              if (!tooLarge[0]) {
                new Visit(this, request, body.getBytes()).begin();
              }
            });
  }

  private void tooLarge(HttpServerRequest request) {
    var _ = request.response().putHeader("connection", "close");
    refuse(
        request,
        Refusal.openai(
            413,
            "Request body too large: at most " + settings.memory().mostBytes() + " bytes",
            "invalid_request_error",
            "request_too_large"));
  }

  static void refuse(HttpServerRequest request, Refusal refusal) {
    write(request, Answer.of(refusal));
  }

  static void write(HttpServerRequest request, Answer answer) {
    var response = request.response();
    if (response.closed()) {
      return;
    }
    var _ = response.setStatusCode(answer.status());
    for (var header : answer.headers().entrySet()) {
      var _ = response.putHeader(header.getKey(), header.getValue());
    }
    var _ = response.end(answer.body()).onFailure(gone -> {});
  }

  /** Tells the ledger who works and waits now. */
  void load() {
    ledger.load(slots.taken(), slots.waiting());
  }

  Vertx vertx() {
    return vertx;
  }

  Context eventLoop() {
    return context;
  }

  Settings settings() {
    return settings;
  }

  Brain brain() {
    return brain;
  }

  Ledger ledger() {
    return ledger;
  }

  Slots slots() {
    return slots;
  }

  Prefixes prefixes() {
    return prefixes;
  }

  int port() {
    return port;
  }
}
