package dev.swarm.coordinator.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS, from PEM files. */
class TlsTest {
  private static final String SECRET = "operator-secret-0123456789";
  @TempDir Path folder;

  private record Made(HttpSettings.Tls files, X509Certificate certificate) {}

  private Made certificate() throws Exception {
    var keys = KeyPairGenerator.getInstance("EC");
    keys.initialize(256);
    var pair = keys.generateKeyPair();
    var name = new X500Name("CN=localhost");
    var now = Instant.now();
    var draft =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(now.minusSeconds(60)),
            Date.from(now.plusSeconds(3_600)),
            name,
            pair.getPublic());
    var place = new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost"));
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
    var whole = draft.addExtension(Extension.subjectAlternativeName, false, place).build(signer);
    var certificate = new JcaX509CertificateConverter().getCertificate(whole);
    var key =
        "-----BEGIN PRIVATE KEY-----\n"
            + java.util.Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    return new Made(
        new HttpSettings.Tls(write("tls.pem", pem(certificate)), write("tls.key", key)),
        certificate);
  }

  private static String pem(Object object) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static SSLContext trusting(X509Certificate certificate) throws Exception {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("own", certificate);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static HttpSettings settings(HttpSettings.Tls tls) {
    var tokens = List.of(Token.of("ann", Access.OPERATOR, SECRET));
    return new HttpSettings("127.0.0.1", 0, tokens, Optional.of(tls), Limits.STANDARD);
  }

  @Test
  void tokens_and_cookies_travel_over_tls_alone() throws Exception {
    var made = certificate();
    try (var served =
            new Served(
                folder.resolve("state"), settings(made.files()), EventStream.Patience.STANDARD);
        var http = HttpClient.newBuilder().sslContext(trusting(made.certificate())).build()) {
      var root = "https://localhost:" + served.port() + Route.ROOT;
      var runs =
          HttpRequest.newBuilder(URI.create(root + "/runs"))
              .header("Authorization", "Bearer " + SECRET)
              .build();
      var told = http.send(runs, BodyHandlers.ofString());
      assertEquals(200, told.statusCode(), told::body);
      assertTrue(told.headers().firstValue("strict-transport-security").isPresent());
      var login =
          HttpRequest.newBuilder(URI.create(root + "/session"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + SECRET + "\"}"))
              .build();
      var cookie = http.send(login, BodyHandlers.ofString()).headers().firstValue("set-cookie");
      assertTrue(cookie.orElse("").endsWith("; Secure"), cookie::toString);
      assertEquals(0, served.client().get(Route.ROOT + "/runs").status(), "in the clear");
    }
  }

  @Test
  void files_that_are_no_certificate_are_told_before_anything_is_served() throws Exception {
    var broken = new HttpSettings.Tls(write("a.pem", "nothing"), write("a.key", "nothing"));
    var refused =
        assertThrows(
            ServerException.class,
            () ->
                new Served(folder.resolve("state"), settings(broken), EventStream.Patience.STANDARD)
                    .close());
    assertTrue(String.valueOf(refused.getMessage()).contains("serve.tls"), refused::getMessage);
  }
}
