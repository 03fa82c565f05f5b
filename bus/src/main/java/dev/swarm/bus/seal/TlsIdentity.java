package dev.swarm.bus.seal;

import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The TLS of the bus: the same key and card as on messages, in the JDK's own TLS. Version 1.3 only;
 * each side shows a card that the authority issued and did not revoke, or there is no connection.
 */
public record TlsIdentity(KeyBundle bundle, Revocations revocations) {
  private static final char[] NO_PASSWORD = {};

  /** Puts it on {@code options}, which are then complete as far as TLS goes. */
  public EventBusOptions on(EventBusOptions options) {
    try {
      return options
          .setSsl(true)
          .setTrustAll(false)
          .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
          .setClientAuth(ClientAuth.REQUIRED)
          .setKeyCertOptions(KeyCertOptions.wrap(keys()))
          .setTrustOptions(TrustOptions.wrap(new CardTrust(chains(), revocations)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot use an Ed25519 key for TLS: " + e, e);
    }
  }

  private KeyManagerFactory keys() throws GeneralSecurityException, IOException {
    var store = emptyStore();
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(bundle.key().pkcs8()));
    var chain = new X509Certificate[] {certificate(bundle.card().encoded())};
    store.setKeyEntry("own", key, NO_PASSWORD, chain);
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    return keys;
  }

  private X509ExtendedTrustManager chains() throws GeneralSecurityException, IOException {
    var store = emptyStore();
    store.setCertificateEntry("authority", certificate(bundle.authority().encoded()));
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    return Arrays.stream(trust.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no trust manager of X.509"));
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
    var certificates = CertificateFactory.getInstance("X.509");
    return (X509Certificate) certificates.generateCertificate(new ByteArrayInputStream(der));
  }
}
