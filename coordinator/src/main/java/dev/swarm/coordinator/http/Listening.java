package dev.swarm.coordinator.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server itself: HTTP/1.1 only, so that one connection is one client, and its limits hold. */
final class Listening {
  private static final int LINE = 8 << 10;
  private static final int IDLE_SECONDS = 90;
  private static final Set<String> TLS = Set.of("TLSv1.3", "TLSv1.2");

  private Listening() {}

  static HttpServer server(Vertx vertx, HttpSettings settings, Site site) {
    var limits = settings.limits();
    var deadlines = new Deadlines(vertx, limits.patience(), limits.connections());
    return vertx
        .createHttpServer(options(settings))
        .connectionHandler(deadlines::connected)
        .invalidRequestHandler(site::invalid)
        .requestHandler(site.router(vertx, deadlines));
  }

  private static HttpServerOptions options(HttpSettings settings) {
    var options =
        new HttpServerOptions()
            .setMaxHeaderSize(settings.limits().headerBytes())
            .setMaxInitialLineLength(LINE)
            .setMaxChunkSize(LINE)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            .setCompressionSupported(false)
            .setDecompressionSupported(false);
    return settings.tls().map(tls -> secured(options, tls)).orElse(options);
  }

  private static HttpServerOptions secured(HttpServerOptions options, HttpSettings.Tls tls) {
    var files =
        new PemKeyCertOptions()
            .addCertPath(tls.certificate().toString())
            .addKeyPath(tls.key().toString());
    return options.setSsl(true).setEnabledSecureTransportProtocols(TLS).setKeyCertOptions(files);
  }
}
