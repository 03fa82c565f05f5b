package dev.swarm.bus.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.RejectedException;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real sockets, with the TLS of the bus on both sides. */
class TlsIdentityTest {
  private final TestFleet fleet = new TestFleet();
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    var _ = vertx.close().await(10, TimeUnit.SECONDS);
  }

  @Test
  void two_members_speak_tls_1_3_and_see_each_other() throws Exception {
    var server = listening(fleet.node("web-1"));
    assertEquals("TLSv1.3 web-2", greeting(server, client(identity(fleet.node("web-2")))));
  }

  @Test
  void a_card_of_another_authority_gets_no_connection() throws Exception {
    var server = listening(fleet.node("web-1"));
    var trusting = client(identity(fleet.node("web-2")));
    var foreign = new TestFleet();
    var theirs = new TlsIdentity(foreign.node("web-2")).on(new EventBusOptions());
    refused(server, trusting.setKeyCertOptions(theirs.getKeyCertOptions()));
  }

  @Test
  void a_server_of_another_authority_is_not_spoken_to() throws Exception {
    var foreign = new TestFleet();
    var server = listening(new TlsIdentity(foreign.node("web-1")).on(new EventBusOptions()));
    refused(server, client(identity(fleet.node("web-2"))));
  }

  @Test
  void without_a_card_there_is_no_connection() throws Exception {
    var server = listening(fleet.node("web-1"));
    var bare = new NetClientOptions().setSsl(true).setHostnameVerificationAlgorithm("");
    refused(server, bare.setTrustOptions(identity(fleet.node("web-2")).getTrustOptions()));
  }

  @Test
  void an_older_tls_is_not_spoken() throws Exception {
    var server = listening(fleet.node("web-1"));
    var older = client(identity(fleet.node("web-2")));
    refused(server, older.setEnabledSecureTransportProtocols(Set.of("TLSv1.2")));
  }

  private EventBusOptions identity(KeyBundle bundle) {
    return new TlsIdentity(bundle).on(new EventBusOptions());
  }

  private NetServer listening(KeyBundle bundle) throws Exception {
    return listening(identity(bundle));
  }

  /** Tells each client its TLS version and the name on its card. */
  private NetServer listening(EventBusOptions bus) throws Exception {
    var options =
        new NetServerOptions()
            .setHost("127.0.0.1")
            .setPort(0)
            .setSsl(true)
            .setClientAuth(bus.getClientAuth())
            .setEnabledSecureTransportProtocols(bus.getEnabledSecureTransportProtocols())
            .setKeyCertOptions(bus.getKeyCertOptions())
            .setTrustOptions(bus.getTrustOptions());
    return vertx
        .createNetServer(options)
        .connectHandler(socket -> {
          var _ = socket.write(seen(socket));
        })
        .listen()
        .await(10, TimeUnit.SECONDS);
  }

  private static String seen(NetSocket socket) {
    try {
      var session = socket.sslSession();
      var card = Card.read(session.getPeerCertificates()[0].getEncoded());
      return session.getProtocol() + " " + card.name();
    } catch (SSLPeerUnverifiedException | CertificateException | RejectedException e) {
      return "nobody: " + e;
    }
  }

  private static NetClientOptions client(EventBusOptions bus) {
    return new NetClientOptions()
        .setSsl(true)
        .setHostnameVerificationAlgorithm("")
        .setEnabledSecureTransportProtocols(bus.getEnabledSecureTransportProtocols())
        .setKeyCertOptions(bus.getKeyCertOptions())
        .setTrustOptions(bus.getTrustOptions());
  }

  private void refused(NetServer server, NetClientOptions options) {
    var failure = assertThrows(ExecutionException.class, () -> greeting(server, options));
    assertTrue(
        Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(IOException.class::isInstance),
        () -> "not for the sake of the connection: " + failure);
  }

  /** What the server said; in TLS 1.3 a client learns only afterwards that its card was refused. */
  private String greeting(NetServer server, NetClientOptions options) throws Exception {
    var said = new CompletableFuture<String>();
    var _ =
        vertx
            .createNetClient(options)
            .connect(server.actualPort(), "127.0.0.1")
            .onFailure(said::completeExceptionally)
            .onSuccess(socket -> hear(socket, said));
    return said.get(10, TimeUnit.SECONDS);
  }

  private static void hear(NetSocket socket, CompletableFuture<String> said) {
    var _ =
        socket
            .handler(bytes -> said.complete(bytes.toString()))
            .exceptionHandler(said::completeExceptionally)
            .closeHandler(_ -> said.completeExceptionally(new IOException("closed")));
  }
}
