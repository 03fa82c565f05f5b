package dev.swarm.bus.seal;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.JksOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Set;

/**
 * The TLS of the bus: the same key and card as on messages, in the JDK's own TLS. Version 1.3 only;
 * each side shows a card that the authority issued, or there is no connection. Whose key was
 * revoked since may connect, and is not heard: its messages are turned away.
 */
public record TlsIdentity(KeyBundle bundle) {
  /**
   * In the order of preference. Agents and commands run with the first compiler only, to start
   * quickly: it has no AES instructions, and ChaCha20 takes a fourth of the time there (15 against
   * 57 microseconds for 2 kB) and as much as AES with the second one.
   */
  private static final List<String> CIPHERS =
      List.of("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");

  /** The store never leaves this process; Vert.x wants one all the same. */
  private static final String PASSWORD = "in memory";

  /**
   * The JDK's older kind: it protects little, which nothing in memory needs, where PKCS12 hashes
   * some 20,000 times for each writing and reading (about 0.3 s of CPU in a Java that has just
   * started).
   */
  private static final String KIND = "JKS";

  /**
   * Puts it on {@code options}, which are then complete as far as TLS goes. As stores of bytes: the
   * clustered bus copies its options through JSON, where an object of ours would be lost.
   */
  public EventBusOptions on(EventBusOptions options) {
    try {
      for (var cipher : CIPHERS) {
        var _ = options.addEnabledCipherSuite(cipher);
      }
      return options
          .setSsl(true)
          .setTrustAll(false)
          .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
          .setClientAuth(ClientAuth.REQUIRED)
          .setKeyCertOptions(jks(own()))
          .setTrustOptions(jks(authority()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot use an Ed25519 key for TLS: " + e, e);
    }
  }

  private KeyStore own() throws GeneralSecurityException, IOException {
    var store = empty();
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(bundle.key().pkcs8()));
    var chain = new X509Certificate[] {certificate(bundle.card().encoded())};
    store.setKeyEntry("own", key, PASSWORD.toCharArray(), chain);
    return store;
  }

  private KeyStore authority() throws GeneralSecurityException, IOException {
    var store = empty();
    store.setCertificateEntry("authority", certificate(bundle.authority().encoded()));
    return store;
  }

  private static JksOptions jks(KeyStore store) throws GeneralSecurityException, IOException {
    var bytes = new ByteArrayOutputStream();
    store.store(bytes, PASSWORD.toCharArray());
    return new JksOptions().setValue(Buffer.buffer(bytes.toByteArray())).setPassword(PASSWORD);
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance(KIND);
    store.load(null, PASSWORD.toCharArray());
    return store;
  }

  private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
    var certificates = CertificateFactory.getInstance("X.509");
    return (X509Certificate) certificates.generateCertificate(new ByteArrayInputStream(der));
  }
}
