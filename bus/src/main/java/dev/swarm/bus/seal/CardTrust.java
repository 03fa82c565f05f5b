package dev.swarm.bus.seal;

import dev.swarm.bus.RejectedException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts who shows a card that the JDK's own rules hold for, and that is not revoked. Host names
 * are not compared: the bus has none, and what counts is the seal of each message.
 */
final class CardTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager chains;
  private final Revocations revocations;

  CardTrust(X509ExtendedTrustManager chains, Revocations revocations) {
    this.chains = chains;
    this.revocations = revocations;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    chains.checkClientTrusted(chain, kind);
    requireGood(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    chains.checkServerTrusted(chain, kind);
    requireGood(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    chains.checkClientTrusted(chain, kind, socket);
    requireGood(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    chains.checkServerTrusted(chain, kind, socket);
    requireGood(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    chains.checkClientTrusted(chain, kind, engine);
    requireGood(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    chains.checkServerTrusted(chain, kind, engine);
    requireGood(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chains.getAcceptedIssuers();
  }

  private void requireGood(X509Certificate[] chain) throws CertificateException {
    try {
      var card = Card.read(chain[0].getEncoded());
      if (revocations.revoked(card.key().id())) {
        throw new CertificateException(card + " is revoked");
      }
    } catch (RejectedException e) {
      throw new CertificateException(e.getMessage(), e);
    }
  }
}
