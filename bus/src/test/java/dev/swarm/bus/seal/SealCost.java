package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.protocol.Verb;
import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/**
 * What a seal costs, beside the JDK's own Ed25519 on the same bytes and keys: medians in
 * microseconds. The command is in docs/performance.md.
 */
final class SealCost {
  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 5_000;

  private SealCost() {}

  /** Something that is done many times. */
  private interface Work {
    void once() throws Exception;
  }

  /** Measures everything once, one after the other. */
  public static void main(String[] args) throws Exception {
    var fleet = new TestFleet();
    var web = fleet.node("web-1");
    var sender = fleet.seal(web);
    var hearer = fleet.seal(fleet.coordinator("ops"));
    var body = "{\"text\":\"" + "x".repeat(2_000) + "\"}";
    var text = body.getBytes(UTF_8);
    var signature = web.key().sign(text);
    var frame = sender.close(Verb.NEWS.id(), "s", "", body);
    var certificate = web.card().encoded();

    measure("sign 2 kB, ours", () -> require(web.key().sign(text).length == 64));
    measure("verify 2 kB, ours", () -> require(web.card().key().signed(text, signature)));
    var jdk = Signature.getInstance("Ed25519");
    var own =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(new PKCS8EncodedKeySpec(web.key().pkcs8()));
    var theirs =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate))
            .getPublicKey();
    measure(
        "sign 2 kB, JDK",
        () -> {
          jdk.initSign(own);
          jdk.update(text);
          require(jdk.sign().length == 64);
        });
    measure(
        "verify 2 kB, JDK",
        () -> {
          jdk.initVerify(theirs);
          jdk.update(text);
          require(jdk.verify(signature));
        });
    measure(
        "close a frame of 2 kB",
        () -> require(sender.close(Verb.NEWS.id(), "s", "", body).length > 2_000));
    measure("open it, card known", () -> require(hearer.open(frame).body().length() > 2_000));
    measure("glance at it", () -> require(hearer.glance(frame).serial() > 0));
    measure("check a card not seen before", () -> require(isGood(fleet, certificate)));
    var replays = new Replays();
    var serial = new long[1];
    measure("remember a serial", () -> require(replays.first("p", ++serial[0])));
  }

  private static boolean isGood(TestFleet fleet, byte[] certificate) throws Exception {
    return fleet.cards().check(certificate).name().equals("web-1");
  }

  private static void require(boolean held) {
    if (!held) {
      throw new IllegalStateException("what was measured did not do its work");
    }
  }

  private static void measure(String what, Work work) throws Exception {
    for (int round = 0; round < WARM_UP; round++) {
      work.once();
    }
    var took = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long from = System.nanoTime();
      work.once();
      took[round] = System.nanoTime() - from;
    }
    Arrays.sort(took);
    System.out.printf("%-30s %7.1f us%n", what, took[ROUNDS / 2] / 1e3);
  }
}
