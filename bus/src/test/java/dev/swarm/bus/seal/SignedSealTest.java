package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.Frame;
import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import dev.swarm.protocol.Role;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedSealTest {
  private static final byte[] NOTHING = {};

  private final TestFleet fleet = new TestFleet();
  private final KeyBundle web = fleet.node("web-1");
  private final SignedSeal sender = fleet.seal(web);
  private final SignedSeal hearer = fleet.seal(fleet.coordinator("ops"));

  @Test
  void what_one_closes_the_other_opens() throws Exception {
    var opened = hearer.open(sender.close("beat", "*", "f", "{\"a\":\"ü\"}"));
    assertEquals(sender.own(), opened.from());
    assertEquals(Role.NODE, opened.from().role());
    assertEquals("web-1", opened.from().name());
    assertEquals("{\"a\":\"ü\"}", opened.body());
    assertEquals("beat", opened.envelope().type());
    assertEquals("*", opened.envelope().recipient());
    assertEquals("f", opened.envelope().freshness());
    assertEquals(1, opened.envelope().serial());
  }

  @Test
  void serials_count_and_processes_differ() throws Exception {
    assertEquals(1, hearer.open(sender.close("a", "", "", "")).envelope().serial());
    assertEquals(2, hearer.open(sender.close("a", "", "", "")).envelope().serial());
    assertNotEquals(fleet.seal(web).own().process(), sender.own().process());
  }

  @Test
  void a_glance_says_what_stands_there_and_believes_nothing() throws Exception {
    var frame = sender.close("beat", "*", "f", "{}");
    frame[frame.length - 1] ^= 1;
    assertEquals("beat", hearer.glance(frame).type());
    rejected(Rejection.ALTERED, frame);
  }

  @Test
  void without_a_signature_it_is_unsigned() {
    rejected(Rejection.UNSIGNED, Frame.whole(frame(web, Role.NODE, "web-1").unsigned(), NOTHING));
  }

  @Test
  void without_a_card_it_is_unsigned() {
    var bare = unsigned(Role.NODE, "web-1", NOTHING);
    rejected(Rejection.UNSIGNED, Frame.whole(bare, web.key().sign(bare)));
  }

  @Test
  void a_signature_of_another_length_is_malformed() {
    var text = frame(web, Role.NODE, "web-1").unsigned();
    rejected(Rejection.MALFORMED, Frame.whole(text, new byte[63]));
    rejected(Rejection.MALFORMED, Frame.whole(text, new byte[65]));
  }

  @Test
  void a_card_of_another_authority_is_foreign() {
    rejected(
        Rejection.FOREIGN,
        new TestFleet().seal(new TestFleet().node("web-1")).close("", "", "", ""));
  }

  @Test
  void the_authoritys_own_certificate_is_no_card() {
    var text = unsigned(Role.COORDINATOR, "fleet", fleet.authority().authority().encoded());
    rejected(Rejection.MALFORMED, Frame.whole(text, fleet.authority().key().sign(text)));
  }

  @Test
  void a_card_that_another_member_issued_is_foreign() {
    var forged = new TestFleet().node("web-1");
    rejected(Rejection.FOREIGN, signed(forged, Role.NODE, "web-1"));
  }

  @Test
  void another_role_than_on_the_card_is_a_wrong_role() {
    rejected(Rejection.WRONG_ROLE, signed(web, Role.COORDINATOR, "web-1"));
    rejected(Rejection.WRONG_ROLE, signed(web, Role.AUTHORITY, "web-1"));
  }

  @Test
  void another_name_than_on_the_card_is_foreign() {
    rejected(Rejection.FOREIGN, signed(web, Role.NODE, "web-2"));
  }

  @Test
  void the_signature_of_another_member_is_altered() {
    var text = frame(web, Role.NODE, "web-1").unsigned();
    rejected(Rejection.ALTERED, Frame.whole(text, fleet.node("web-1").key().sign(text)));
  }

  @Test
  void a_card_past_its_time_is_expired_also_when_it_is_known() throws Exception {
    var frame = sender.close("beat", "*", "", "{}");
    assertEquals("web-1", hearer.open(frame).from().name());
    fleet.pass(TestFleet.YEAR.plusSeconds(1));
    rejected(Rejection.EXPIRED, frame);
  }

  @Test
  void a_card_before_its_time_is_expired_but_an_hour_makes_no_difference() throws Exception {
    var frame = sender.close("beat", "*", "", "{}");
    fleet.pass(Duration.ofMinutes(-59));
    assertEquals("web-1", hearer.open(frame).from().name());
    fleet.pass(Duration.ofMinutes(-2));
    rejected(Rejection.EXPIRED, frame);
  }

  @Test
  void a_revoked_card_is_revoked_from_that_moment_on_also_when_it_is_known() throws Exception {
    var frame = sender.close("beat", "*", "", "{}");
    assertEquals("web-1", hearer.open(frame).from().name());
    fleet.revoke(web);
    rejected(Rejection.REVOKED, frame);
    var renewed = fleet.seal(fleet.node("web-1")).close("beat", "*", "", "{}");
    assertEquals("web-1", hearer.open(renewed).from().name());
  }

  @Test
  void what_was_revoked_stays_foreign_to_nobody() throws Exception {
    fleet.revoke(web);
    rejected(Rejection.REVOKED, sender.close("beat", "*", "", "{}"));
  }

  @Test
  void no_bytes_and_other_bytes_are_malformed() {
    rejected(Rejection.MALFORMED, NOTHING);
    rejected(Rejection.MALFORMED, "GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
  }

  @Test
  void a_signed_body_that_is_no_text_is_malformed() {
    var text =
        new Frame(
                "beat",
                "*",
                "",
                Role.NODE,
                "web-1",
                "p",
                1,
                web.card().encoded(),
                new byte[] {(byte) 0xff},
                NOTHING)
            .unsigned();
    rejected(Rejection.MALFORMED, Frame.whole(text, web.key().sign(text)));
  }

  @Test
  void many_threads_may_seal_and_open_at_once() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tasks =
          IntStream.range(0, 200)
              .mapToObj(number ->
                  (Callable<Long>)
                      () ->
                          hearer
                              .open(sender.close("beat", "*", "", "{\"n\":" + number + "}"))
                              .envelope()
                              .serial())
              .toList();
      var serials = new HashSet<Long>();
      for (var done : threads.invokeAll(tasks)) {
        assertTrue(serials.add(done.get()));
      }
    }
  }

  @Test
  void names_of_any_script_and_of_the_longest_length_go_through() throws Exception {
    for (var name : new String[] {"n".repeat(200), "größe, O=evil+CN=web-1", "\"#\\;<>"}) {
      var strange =
          fleet
              .authority()
              .issue(Role.NODE, name, TestFleet.YEAR, fleet.instant(), Optional.empty());
      assertEquals(name, hearer.open(fleet.seal(strange).close("b", "", "", "")).from().name());
    }
  }

  private static byte[] signed(KeyBundle bundle, Role role, String name) {
    var text = frame(bundle, role, name).unsigned();
    return Frame.whole(text, bundle.key().sign(text));
  }

  private static byte[] unsigned(Role role, String name, byte[] card) {
    return new Frame("beat", "*", "", role, name, "p", 1, card, "{}".getBytes(UTF_8), NOTHING)
        .unsigned();
  }

  private static Frame frame(KeyBundle bundle, Role role, String name) {
    var card = bundle.card().encoded();
    return new Frame("beat", "*", "", role, name, "p", 1, card, "{}".getBytes(UTF_8), NOTHING);
  }

  private void rejected(Rejection why, byte[] frame) {
    var rejection = assertThrows(RejectedException.class, () -> hearer.open(frame));
    assertEquals(why, rejection.why(), rejection.getMessage());
  }
}
