package dev.swarm.router.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate of one's own, made by the JDK's keytool, and a socket that shows it. */
final class Certificates {
  private static final String SECRET = "changeit";

  private final Path folder;

  Certificates(Path folder) {
    this.folder = folder;
  }

  /** For {@code 127.0.0.1}; valid for a day from now, or for the day before yesterday. */
  ServerSocket socket(boolean expired, String san) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var bytes = Files.newInputStream(made(expired, san))) {
      store.load(bytes, SECRET.toCharArray());
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, SECRET.toCharArray());
    var tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    Files.writeString(pem(), written(store));
    return tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** The certificate of the last socket, for those who want to trust it. */
  Path pem() {
    return folder.resolve("trusted.pem");
  }

  private Path made(boolean expired, String san) throws IOException {
    var file = folder.resolve((expired ? "expired-" : "valid-") + san.replace(':', '-') + ".p12");
    if (!Files.exists(file)) {
      run(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
              "-genkeypair",
              "-alias",
              "router",
              "-keyalg",
              "EC",
              "-dname",
              "CN=router",
              "-ext",
              "san=" + san,
              "-startdate",
              expired ? "-3d" : "-1H",
              "-validity",
              "1",
              "-storetype",
              "PKCS12",
              "-storepass",
              SECRET,
              "-keystore",
              file.toString()));
    }
    return file;
  }

  private static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private static String written(KeyStore store) throws GeneralSecurityException {
    var body = Base64.getMimeEncoder().encodeToString(store.getCertificate("router").getEncoded());
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }
}
