package dev.swarm.tools;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Says of every certificate in a PEM file from when to when it is valid and for whom, a line each,
 * in the order of the file. Private keys beside them are left out.
 */
final class CertificateLines {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)-----END [A-Z0-9 ]*-----");

  private CertificateLines() {}

  static String of(String content) {
    var text = new StringBuilder();
    var blocks = BLOCK.matcher(content);
    for (int place = 1; blocks.find(); place++) {
      text.append("certificate ")
          .append(place)
          .append(' ')
          .append(line(blocks.group(1)))
          .append('\n');
    }
    return text.isEmpty() ? "no certificate\n" : text.toString();
  }

  private static String line(String base64) {
    try {
      var bytes = Base64.getMimeDecoder().decode(base64);
      var read =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
      return read instanceof X509Certificate certificate ? line(certificate) : "is not X.509";
    } catch (CertificateException | IllegalArgumentException _) {
      return "is damaged";
    }
  }

  private static String line(X509Certificate certificate) {
    return "of "
        + (certificate.getBasicConstraints() >= 0 ? "an authority" : "an end entity")
        + " from "
        + certificate.getNotBefore().toInstant()
        + " to "
        + certificate.getNotAfter().toInstant()
        + " for "
        + certificate.getSubjectX500Principal().getName();
  }
}
