package dev.swarm.bus.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.RejectedException;
import dev.swarm.protocol.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationsTest {
  @TempDir private Path folder;
  private final TestFleet fleet = new TestFleet();
  private final Authority authority = fleet.authority().authority();
  private final Revocations revocations = fleet.revocations();

  @Test
  void a_newer_list_holds_and_an_older_one_changes_nothing() throws Exception {
    var first = list(Optional.empty(), "a");
    var second = list(Optional.of(first), "a", "b");
    assertTrue(revocations.learn(second.encoded()));
    assertTrue(revocations.revoked("a") && revocations.revoked("b"));
    assertFalse(revocations.learn(first.encoded()));
    assertFalse(revocations.learn(second.encoded()));
    assertTrue(revocations.revoked("b"));
    assertEquals(2, revocations.newest().orElseThrow().number());
  }

  @Test
  void a_list_says_who_and_since_when() throws Exception {
    var read = RevocationList.read(list(Optional.empty(), "a").encoded(), authority);
    assertEquals(
        List.of(new RevocationList.Entry("a", "name of a", fleet.instant())), read.entries());
    assertFalse(read.revokes("b"));
  }

  @Test
  void a_list_of_another_authority_is_foreign() {
    var foreign = new TestFleet().authority().revoke(Optional.empty(), List.of(), fleet.instant());
    rejected(Rejection.FOREIGN, foreign.encoded());
  }

  @Test
  void a_list_that_was_changed_is_foreign() {
    var parts = list(Optional.empty(), "aaaa").encoded().split("\\.");
    var text = new String(Base64.getDecoder().decode(parts[0]), UTF_8);
    var changed = text.replace("aaaa", "bbbb");
    assertFalse(changed.equals(text));
    rejected(
        Rejection.FOREIGN,
        Base64.getEncoder().encodeToString(changed.getBytes(UTF_8)) + "." + parts[1]);
  }

  @Test
  void what_the_authority_signed_for_another_purpose_is_no_list() {
    var text = "{\"number\":9,\"issued\":\"2026-11-28T19:00:00Z\",\"entries\":[]}".getBytes(UTF_8);
    var base64 = Base64.getEncoder();
    var signature = fleet.authority().key().sign(text);
    rejected(
        Rejection.FOREIGN, base64.encodeToString(text) + "." + base64.encodeToString(signature));
  }

  @Test
  void other_text_is_malformed() {
    rejected(Rejection.MALFORMED, "");
    rejected(Rejection.MALFORMED, "a.b.c");
    rejected(Rejection.MALFORMED, "%%.%%");
    rejected(Rejection.MALFORMED, "x".repeat(5 << 20));
  }

  @Test
  void what_was_learnt_is_known_after_a_restart() throws Exception {
    var bundle = fleet.node("web-1");
    var file = Optional.of(new RevocationFile(folder.resolve("revocations")));
    var list = list(Optional.empty(), "a");
    assertTrue(Revocations.open(bundle, file).learn(list.encoded()));
    assertTrue(Revocations.open(bundle, file).revoked("a"));
    assertFalse(Revocations.open(bundle, file).learn(list.encoded()));
  }

  @Test
  void a_list_that_somebody_puts_into_the_file_is_found() throws Exception {
    var file = new RevocationFile(folder.resolve("revocations"));
    var known = Revocations.open(fleet.coordinator("ops"), Optional.of(file));
    assertFalse(known.revoked("a"));
    file.write(list(Optional.empty(), "a"));
    known.reread();
    assertTrue(known.revoked("a"));
  }

  @Test
  void the_newer_one_of_file_and_bundle_is_taken() throws Exception {
    var first = list(Optional.empty(), "a");
    var second = list(Optional.of(first), "a", "b");
    var file = new RevocationFile(folder.resolve("revocations"));
    file.write(first);
    var bundle = fleet.node("web-1");
    var newer =
        new KeyBundle(
            bundle.cluster(), authority, bundle.card(), bundle.key(), Optional.of(second));
    assertTrue(Revocations.open(newer, Optional.of(file)).revoked("b"));
  }

  @Test
  void a_file_with_something_else_in_it_is_told_and_not_passed_over() throws Exception {
    var file = new RevocationFile(folder.resolve("revocations"));
    Files.writeString(file.path(), "nothing of the kind");
    var bundle = fleet.node("web-1");
    var trouble =
        assertThrows(BundleException.class, () -> Revocations.open(bundle, Optional.of(file)));
    assertEquals(BundleException.Section.REVOCATIONS, trouble.section());
  }

  @Test
  void a_list_that_cannot_be_kept_holds_nevertheless() throws Exception {
    var file = new RevocationFile(folder.resolve("no/such/folder"));
    var known = Revocations.open(fleet.node("web-1"), Optional.of(file));
    var list = list(Optional.empty(), "a").encoded();
    assertThrows(IOException.class, () -> known.learn(list));
    assertTrue(known.revoked("a"));
  }

  private RevocationList list(Optional<RevocationList> before, String... keys) {
    var entries =
        List.of(keys).stream()
            .map(key -> new RevocationList.Entry(key, "name of " + key, fleet.instant()))
            .toList();
    return fleet.authority().revoke(before, entries, fleet.instant());
  }

  private void rejected(Rejection why, String encoded) {
    var rejection = assertThrows(RejectedException.class, () -> revocations.learn(encoded));
    assertEquals(why, rejection.why());
  }
}
