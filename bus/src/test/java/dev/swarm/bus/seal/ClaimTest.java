package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final String HERE = "10.0.0.1:7610";

  private final TestFleet fleet = new TestFleet();
  private final KeyBundle web = fleet.node("web-1");
  private final Cards cards = fleet.cards();
  private final String claim = Claim.sign(web, HERE, "v1");

  @Test
  void a_member_shows_whose_it_is() throws Exception {
    assertEquals(
        new Claim(web.cluster(), Role.NODE, "web-1", HERE, "v1"),
        Claim.verify(claim, cards, web.cluster(), HERE, "v1").claim());
  }

  @Test
  void it_is_short_enough_for_an_attribute() {
    assertTrue(claim.length() < 2000 && claim.matches("[A-Za-z0-9+/=.]+"), claim);
  }

  @Test
  void copied_by_another_member_it_does_not_fit() {
    rejected(Rejection.MISDIRECTED, claim, web.cluster(), "10.0.0.2:7610", "v1");
    rejected(Rejection.MISDIRECTED, claim, web.cluster(), HERE, "v2");
    rejected(Rejection.MISDIRECTED, claim, "another", HERE, "v1");
  }

  @Test
  void of_another_authority_it_is_foreign() {
    rejected(Rejection.FOREIGN, Claim.sign(new TestFleet().node("web-1"), HERE, "v1"));
  }

  @Test
  void of_a_revoked_key_it_is_revoked() throws Exception {
    fleet.revoke(web);
    rejected(Rejection.REVOKED, claim);
  }

  @Test
  void with_the_signature_of_another_it_is_altered() {
    var other = Claim.sign(fleet.node("web-2"), HERE, "v1").split("\\.");
    var parts = claim.split("\\.");
    rejected(Rejection.ALTERED, parts[0] + "." + parts[1] + "." + other[2]);
    rejected(Rejection.ALTERED, other[0] + "." + parts[1] + "." + parts[2]);
    rejected(Rejection.FOREIGN, resigned(parts, "web-1", "web-9"));
    rejected(Rejection.WRONG_ROLE, resigned(parts, "NODE", "COORDINATOR"));
  }

  @Test
  void a_sealed_message_is_no_claim_and_a_claim_is_no_message() {
    var frame = fleet.seal(web).close("a", "", "", "{}");
    rejected(Rejection.MALFORMED, Base64.getEncoder().encodeToString(frame));
    var parts = claim.split("\\.");
    var bare = web.key().sign(Base64.getDecoder().decode(parts[0]));
    rejected(
        Rejection.ALTERED,
        parts[0] + "." + parts[1] + "." + Base64.getEncoder().encodeToString(bare));
  }

  @Test
  void other_text_is_malformed() {
    rejected(Rejection.MALFORMED, "");
    rejected(Rejection.MALFORMED, "..");
    rejected(Rejection.MALFORMED, "!.!.!");
    rejected(Rejection.MALFORMED, "a".repeat(100_000));
  }

  /** Says something else under the very key of the card. */
  private String resigned(String[] parts, String said, String instead) {
    var text =
        new String(Base64.getDecoder().decode(parts[0]), UTF_8)
            .replace("\"" + said + "\"", "\"" + instead + "\"");
    var bytes = text.getBytes(UTF_8);
    var base64 = Base64.getEncoder();
    return base64.encodeToString(bytes)
        + "."
        + parts[1]
        + "."
        + base64.encodeToString(web.key().sign(Claim.purposed(bytes)));
  }

  private void rejected(Rejection why, String text) {
    rejected(why, text, web.cluster(), HERE, "v1");
  }

  private void rejected(
      Rejection why, String text, String cluster, String address, String vertxNode) {
    var rejection =
        assertThrows(
            RejectedException.class, () -> Claim.verify(text, cards, cluster, address, vertxNode));
    assertEquals(why, rejection.why(), rejection.getMessage());
  }
}
