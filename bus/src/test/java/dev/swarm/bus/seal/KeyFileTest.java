package dev.swarm.bus.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.seal.BundleException.Section;
import dev.swarm.protocol.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir private Path folder;
  private final TestFleet fleet = new TestFleet();
  private KeyFile file = new KeyFile(Path.of("none"));

  @BeforeEach
  void write() throws Exception {
    file = new KeyFile(folder.resolve("web-1.pem"));
    file.write(fleet.node("web-1"));
  }

  @Test
  void what_was_written_is_read() throws Exception {
    var list = fleet.authority().revoke(Optional.empty(), List.of(), fleet.instant());
    var bundle =
        fleet
            .authority()
            .issue(Role.NODE, "web-2", TestFleet.YEAR, fleet.instant(), Optional.of(list));
    file.write(bundle);
    var read = file.read();
    assertEquals(bundle.cluster(), read.cluster());
    assertEquals("web-2", read.card().name());
    assertEquals(Role.NODE, read.card().role());
    assertEquals(bundle.key().verifying().id(), read.key().verifying().id());
    assertEquals(1, read.revocations().orElseThrow().number());
    assertEquals("web-2", fleet.seal(read).cards().check(read.card().encoded()).name());
  }

  @Test
  void only_its_owner_can_read_it() throws Exception {
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
    assertEquals(Optional.empty(), file.warning());
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));
    assertTrue(file.warning().orElseThrow().contains("chmod 600"), file.warning()::toString);
  }

  @Test
  void nothing_is_left_beside_it() throws Exception {
    try (var all = Files.list(folder)) {
      assertEquals(List.of(file.path()), all.toList());
    }
  }

  @Test
  void its_text_says_for_people_what_it_is() throws Exception {
    var text = Files.readString(file.path());
    assertTrue(text.contains("name: web-1\nrole: node\n"), text);
    assertTrue(text.contains("keep it"), text);
  }

  @Test
  void nothing_tells_the_private_key() throws Exception {
    var bundle = file.read();
    assertEquals("private key " + bundle.card().key().id(), bundle.key().toString());
    assertFalse(bundle.toString().contains("KEY-----"), bundle.toString());
  }

  @Test
  void each_mistake_names_file_section_and_mend() throws Exception {
    var text = Files.readString(file.path());
    var other = new KeyFile(folder.resolve("other.pem"));
    other.write(fleet.node("web-2"));
    var another = Files.readString(other.path());
    wrong(Section.HEADER, "hello", "does not begin with");
    wrong(Section.HEADER, text.replaceFirst("(?m)^cluster: .*$", ""), "'cluster' is missing");
    wrong(Section.HEADER, text.replace("bundle: 1", "bundle: 2"), "does not begin with");
    wrong(Section.CERTIFICATE, text.replace("CERTIFICATE", "THING"), "0 certificates");
    wrong(Section.PRIVATE_KEY, text.replace("PRIVATE KEY", "THING"), "0 of them");
    wrong(Section.PRIVATE_KEY, text.replace("KEY-----\nMC", "KEY-----\nMD"), "private key");
    wrong(
        Section.CERTIFICATE,
        text.replaceFirst("CERTIFICATE-----\nMI", "CERTIFICATE-----\nMJ"),
        "certificate");
    int key = text.indexOf("-----BEGIN PRIVATE");
    var swapped = text.substring(0, key) + another.substring(another.indexOf("-----BEGIN PRIVATE"));
    wrong(Section.CERTIFICATE, swapped, "does not belong to the certificate");
    var foreign = new KeyFile(folder.resolve("foreign.pem"));
    foreign.write(new TestFleet().node("web-1"));
    var strange = Files.readString(foreign.path());
    wrong(
        Section.CERTIFICATE,
        strange.replace(second(strange), second(text)),
        "the authority did not issue the certificate");
  }

  @Test
  void a_file_that_is_not_there_or_a_folder_is_told() {
    var absent =
        assertThrows(BundleException.class, () -> new KeyFile(folder.resolve("no")).read());
    assertTrue(absent.getMessage().contains("no: it does not exist; "), absent.getMessage());
    assertEquals(Section.FILE, absent.section());
    assertThrows(BundleException.class, () -> new KeyFile(folder).read());
  }

  @Test
  void a_key_tells_when_its_time_is_over_or_nearly() {
    var bundle = file.read();
    assertEquals(Optional.empty(), bundle.trouble(fleet.instant()));
    fleet.pass(Duration.ofDays(340));
    assertTrue(bundle.trouble(fleet.instant()).orElseThrow().contains("ends on"));
    fleet.pass(Duration.ofDays(26));
    assertTrue(bundle.trouble(fleet.instant()).orElseThrow().contains("ended on"));
    fleet.pass(Duration.ofDays(-400));
    assertTrue(bundle.trouble(fleet.instant()).orElseThrow().contains("clock"));
  }

  private static String second(String text) {
    int from = text.lastIndexOf("-----BEGIN CERTIFICATE");
    return text.substring(from, text.indexOf("-----BEGIN PRIVATE"));
  }

  private void wrong(Section section, String text, String says) throws Exception {
    Files.writeString(file.path(), text);
    var trouble = assertThrows(BundleException.class, () -> file.read());
    var message = trouble.getMessage();
    assertEquals(section, trouble.section(), message);
    assertTrue(message.startsWith("could not use the keys in " + file.path() + ": "), message);
    assertTrue(message.contains(says), message);
    assertTrue(message.contains("; make it where the authority is"), message);
  }
}
