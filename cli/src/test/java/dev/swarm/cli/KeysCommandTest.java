package dev.swarm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.swarm.bus.seal.Cards;
import dev.swarm.bus.seal.KeyFile;
import dev.swarm.bus.seal.RevocationFile;
import dev.swarm.bus.seal.Revocations;
import dev.swarm.protocol.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  @TempDir private Path home;
  private Path keys = Path.of("");
  private Shell shell = new Shell(Path.of(""));

  @BeforeEach
  void a_home() {
    shell = new Shell(home);
    keys = home.resolve(".config/swarm/keys");
  }

  @Test
  void init_makes_an_authority_and_a_coordinators_key_and_prints_where() {
    var out = swarm("keys", "init", "--fleet", "prod").strip();
    assertEquals(keys.resolve("coordinator.pem").toString(), out);
    var own = new KeyFile(Path.of(out)).read();
    assertEquals(Role.COORDINATOR, own.card().role());
    assertEquals("shell", own.card().name());
    assertTrue(own.cluster().matches("prod-[0-9a-f]{32}"), own.cluster());
  }

  @Test
  void two_fleets_have_nothing_in_common() {
    var first = new KeyFile(Path.of(swarm("keys", "init").strip())).read();
    var other = home.resolve("other").toString();
    var second = new KeyFile(Path.of(swarm("keys", "init", "--folder", other).strip())).read();
    assertNotEquals(first.cluster(), second.cluster());
    assertNotEquals(first.authority().key().id(), second.authority().key().id());
    assertFalse(first.authority().issued(second.card()));
  }

  @Test
  void a_second_init_changes_nothing() throws Exception {
    done("keys", "init");
    var before = Files.readString(keys.resolve("authority.pem"));
    assertEquals(2, shell.swarm("keys", "init").code());
    assertEquals(before, Files.readString(keys.resolve("authority.pem")));
  }

  @Test
  void init_leaves_a_key_of_another_fleet_alone() throws Exception {
    Files.createDirectories(keys);
    var other = Files.writeString(keys.resolve("coordinator.pem"), "of another fleet");
    assertEquals(2, shell.swarm("keys", "init").code());
    assertEquals("of another fleet", Files.readString(other));
    assertFalse(Files.exists(keys.resolve("authority.pem")));
  }

  @Test
  void enrol_makes_one_file_that_a_node_joins_with() throws Exception {
    done("keys", "init");
    var file = new KeyFile(Path.of(swarm("keys", "enrol", "web-1").strip()));
    var bundle = file.read();
    var own = new KeyFile(keys.resolve("coordinator.pem")).read();
    assertEquals(Role.NODE, bundle.card().role());
    assertEquals("web-1", bundle.card().name());
    assertEquals(own.cluster(), bundle.cluster());
    assertEquals(Optional.empty(), file.warning());
    var cards = new Cards(own.authority(), Revocations.none(own.authority()), new SystemClock());
    assertEquals("web-1", cards.check(bundle.card().encoded()).name());
  }

  @Test
  void a_key_goes_where_one_says_and_lasts_as_long() {
    done("keys", "init");
    var place = home.resolve("laptop.pem").toString();
    assertEquals(
        place, swarm("keys", "coordinator", "laptop", "--valid", "30", "--output", place).strip());
    var card = new KeyFile(Path.of(place)).read().card();
    assertEquals(Role.COORDINATOR, card.role());
    var days = Duration.between(new SystemClock().instant(), card.until()).toHours();
    assertTrue(days > 29 * 24 && days <= 30 * 24, "hours: " + days);
  }

  @Test
  void everything_is_for_its_owner_only() throws Exception {
    done("keys", "init");
    done("keys", "enrol", "web-1");
    done("keys", "revoke", "web-1");
    try (Stream<Path> all = Files.walk(keys)) {
      for (var path : all.toList()) {
        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertTrue(mode.endsWith("------"), path + " " + mode);
        assertFalse(path.toString().endsWith(".new"), path.toString());
      }
    }
  }

  @Test
  void no_private_key_of_a_node_stays_but_in_its_bundle() throws Exception {
    done("keys", "init");
    done("keys", "enrol", "web-1");
    try (Stream<Path> issued = Files.list(keys.resolve("issued"))) {
      for (var file : issued.toList()) {
        assertFalse(Files.readString(file).contains("PRIVATE"), file.toString());
      }
    }
  }

  @Test
  void list_tells_who_has_which_key_and_its_state() throws Exception {
    done("keys", "init");
    done("keys", "enrol", "web-2");
    done("keys", "enrol", "web-1");
    done("keys", "revoke", "web-2");
    var lines = swarm("keys", "list").lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(0).matches("NAME +ROLE +STATE +VALID UNTIL +KEY"), lines.get(0));
    assertTrue(lines.get(1).matches("shell +coordinator +good +20\\S+Z +[0-9a-f]{32}"));
    assertTrue(lines.get(2).matches("web-1 +node +good +20\\S+Z +[0-9a-f]{32}"));
    assertTrue(lines.get(3).matches("web-2 +node +revoked +20\\S+Z +[0-9a-f]{32}"));
    var json = new JsonMapper().readTree(swarm("keys", "list", "--output", "json"));
    assertEquals("web-2", json.get(2).get("name").asText());
    assertEquals("revoked", json.get(2).get("state").asText());
    assertFalse(json.get(2).get("revoked").isNull());
    assertTrue(json.get(1).get("revoked").isNull());
  }

  @Test
  void revoke_adds_to_a_numbered_list_that_members_believe() throws Exception {
    done("keys", "init");
    var web = new KeyFile(Path.of(swarm("keys", "enrol", "web-1").strip())).read();
    var database = new KeyFile(Path.of(swarm("keys", "enrol", "db-1").strip())).read();
    done("keys", "revoke", "web-1");
    var said = shell.swarm("keys", "revoke", database.card().key().id().substring(0, 8));
    assertTrue(said.err().contains("in list 2; nodes learn it"), said.err());
    var own = keys.resolve("coordinator.pem");
    var known = Revocations.open(new KeyFile(own).read(), Optional.of(RevocationFile.beside(own)));
    assertEquals(2, known.newest().orElseThrow().number());
    assertTrue(known.revoked(web.card().key().id()));
    assertTrue(known.revoked(database.card().key().id()));
  }

  @Test
  void a_new_key_of_a_revoked_name_knows_the_list_and_is_good() {
    done("keys", "init");
    var first = new KeyFile(Path.of(swarm("keys", "enrol", "web-1").strip())).read();
    done("keys", "revoke", "web-1");
    var place = home.resolve("again.pem").toString();
    var second =
        new KeyFile(Path.of(swarm("keys", "enrol", "web-1", "--output", place).strip())).read();
    assertTrue(second.revocations().orElseThrow().revokes(first.card().key().id()));
    assertFalse(second.revocations().orElseThrow().revokes(second.card().key().id()));
  }

  @Test
  void a_key_is_renewed_beside_the_old_one() {
    done("keys", "init");
    done("keys", "enrol", "web-1");
    done("keys", "enrol", "web-1", "--renew");
    assertEquals(2, swarm("keys", "list").lines().filter(line -> line.startsWith("web-1")).count());
  }

  @Test
  void show_tells_what_is_in_a_file_but_no_secret() throws Exception {
    done("keys", "init", "--fleet", "prod");
    var file = Path.of(swarm("keys", "enrol", "web-1").strip());
    var shown = swarm("keys", "show", file.toString());
    assertTrue(shown.contains("web-1") && shown.contains("node") && shown.contains("prod-"), shown);
    var text = Files.readString(file);
    var secret = text.substring(text.indexOf("PRIVATE KEY-----\n") + 17).lines().findFirst();
    assertFalse(shown.contains(secret.orElseThrow()), shown);
  }

  @Test
  void show_warns_where_others_could_read_the_file() throws Exception {
    done("keys", "init");
    var file = Path.of(swarm("keys", "enrol", "web-1").strip());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(shell.swarm("keys", "show", file.toString()).err().contains("chmod 600"));
  }

  @Test
  void without_a_word_more_there_is_the_usage() {
    var ran = shell.swarm("keys");
    assertEquals(2, ran.code());
    assertTrue(ran.err().startsWith("Usage: swarm keys"), ran.err());
    for (var word : new String[] {"init", "enrol", "coordinator", "list", "revoke", "show"}) {
      assertTrue(ran.err().contains("\n  " + word), ran.err());
    }
  }

  private void done(String... words) {
    var _ = swarm(words);
  }

  /** What a command that must succeed prints. */
  private String swarm(String... words) {
    var ran = shell.swarm(words);
    assertEquals(0, ran.code(), ran.err());
    return ran.out();
  }
}
