package dev.swarm.bus.seal.issue;

import dev.swarm.bus.seal.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Signs certificates with an Ed25519 key; Bouncy Castle's own signer would need its provider. */
final class CardSigner implements ContentSigner {
  static final AlgorithmIdentifier ED25519 =
      new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

  private final SigningKey key;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  CardSigner(SigningKey key) {
    this.key = key;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return ED25519;
  }

  @Override
  public OutputStream getOutputStream() {
    return text;
  }

  @Override
  public byte[] getSignature() {
    return key.sign(text.toByteArray());
  }
}
