package dev.swarm.router.exchange;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates of the system, and those of a file beside them. */
final class Trust {
  private Trust() {}

  /**
   * Reads {@code pem} once.
   *
   * @throws IOException if it cannot be read
   * @throws GeneralSecurityException if there is no certificate in it
   */
  static TrustOptions systemAnd(Path pem) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    var number = 0;
    for (var certificate : Stream.concat(system(), in(pem).stream()).toList()) {
      store.setCertificateEntry("trusted-" + number++, certificate);
    }
    return TrustOptions.wrap(manager(store));
  }

  private static Stream<X509Certificate> system() throws GeneralSecurityException {
    return Arrays.stream(manager(null).getAcceptedIssuers());
  }

  private static List<X509Certificate> in(Path pem) throws IOException, GeneralSecurityException {
    try (var bytes = Files.newInputStream(pem)) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(bytes);
      if (found.isEmpty()) {
        throw new CertificateException("there is no certificate in it");
      }
      return found.stream().map(X509Certificate.class::cast).toList();
    }
  }

  private static X509TrustManager manager(@org.jspecify.annotations.Nullable KeyStore anchors)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("the JVM has no X.509 trust manager"));
  }
}
