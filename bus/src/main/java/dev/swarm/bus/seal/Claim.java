package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import dev.swarm.protocol.Wire;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a member of the cluster shows of itself, so that one without a key stands out as a stranger.
 * It proves nothing else: it can be read by everybody.
 *
 * @param cluster the cluster's name
 * @param address of the member, as {@code host:port}: copied by another member, it does not fit
 * @param vertxNode the id under which Vert.x knows the member
 */
public record Claim(String cluster, Role role, String name, String address, String vertxNode) {
  private static final byte[] PURPOSE = "swarm member claim 1\n".getBytes(UTF_8);
  private static final int LONGEST = 16 << 10;

  /** A claim whose signature holds, and whose it is. */
  public record Signed(Claim claim, Card card) {}

  /** Signs a claim with the key of {@code bundle}: one line of ASCII. */
  public static String sign(KeyBundle bundle, String address, String vertxNode) {
    var card = bundle.card();
    var claim = new Claim(bundle.cluster(), card.role(), card.name(), address, vertxNode);
    var text = Wire.encode(claim).getBytes(UTF_8);
    var base64 = Base64.getEncoder();
    return base64.encodeToString(text)
        + "."
        + base64.encodeToString(card.encoded())
        + "."
        + base64.encodeToString(bundle.key().sign(purposed(text)));
  }

  /**
   * Reads what {@link #sign} wrote.
   *
   * @param cluster the name of our cluster
   * @param address where the member that shows it really is
   * @param vertxNode the id that it really has
   * @throws RejectedException if it is not signed by a good key, or of another cluster or member;
   *     the message says why in words
   */
  public static Signed verify(
      String text, Cards cards, String cluster, String address, String vertxNode)
      throws RejectedException {
    var parts = text.length() > LONGEST ? new String[0] : text.split("\\.", -1);
    if (parts.length != 3) {
      throw new RejectedException(Rejection.MALFORMED, "it is no claim");
    }
    try {
      var content = Base64.getDecoder().decode(parts[0]);
      var card = cards.check(Base64.getDecoder().decode(parts[1]));
      if (!card.key().signed(purposed(content), Base64.getDecoder().decode(parts[2]))) {
        throw new RejectedException(Rejection.ALTERED, "the signature is not of " + card);
      }
      var claim = Wire.decode(new String(content, UTF_8), Claim.class);
      claim.requireOf(card);
      claim.requireAt(cluster, address, vertxNode);
      return new Signed(claim, card);
    } catch (IllegalArgumentException | MalformedMessageException e) {
      throw new RejectedException(Rejection.MALFORMED, "it is no claim");
    }
  }

  private void requireOf(Card card) throws RejectedException {
    if (role != card.role()) {
      throw new RejectedException(Rejection.WRONG_ROLE, "it claims " + role + ", of " + card);
    }
    if (!name.equals(card.name())) {
      throw new RejectedException(Rejection.FOREIGN, "it claims the name " + name + ", of " + card);
    }
  }

  private void requireAt(String ours, String where, String member) throws RejectedException {
    if (!cluster.equals(ours)) {
      throw new RejectedException(Rejection.MISDIRECTED, "it is of the cluster " + cluster);
    }
    if (!address.equals(where)) {
      throw new RejectedException(
          Rejection.MISDIRECTED, "it is of the member at " + address + ", not at " + where);
    }
    if (!vertxNode.equals(member)) {
      throw new RejectedException(
          Rejection.MISDIRECTED, "it is of the member " + vertxNode + ", not of " + member);
    }
  }

  static byte[] purposed(byte[] text) {
    var whole = Arrays.copyOf(PURPOSE, PURPOSE.length + text.length);
    System.arraycopy(text, 0, whole, PURPOSE.length, text.length);
    return whole;
  }
}
