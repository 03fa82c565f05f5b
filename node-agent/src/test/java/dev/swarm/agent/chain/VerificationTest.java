package dev.swarm.agent.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.Hashes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final Signer SIGNER = bytes -> tag(bytes);
  private static final Optional<Signer.Check> CHECK =
      Optional.of((bytes, signature) -> Arrays.equals(tag(bytes), signature));

  @TempDir private Path folder;
  private Path file;

  /** Only who knows the secret can make it; the real one is the node's key. */
  private static byte[] tag(byte[] bytes) {
    return Hashes.sha256("the secret of a test" + new String(bytes, UTF_8)).getBytes(UTF_8);
  }

  @BeforeEach
  void write() throws Exception {
    file = folder.resolve("commands.log");
    var log = Chains.open(file, new Keeping(600, 2), SIGNER).log();
    for (int i = 0; i < 20; i++) {
      var _ = log.append(List.of("{\"kind\":\"line\",\"number\":" + i + "}")).join();
    }
    log.close();
  }

  @Test
  void a_log_that_nobody_touched_is_sound_over_all_its_files() throws Exception {
    var files = new Rotated(file).withCurrent();
    assertEquals(3, files.size());
    var sound = assertInstanceOf(Verification.Sound.class, Verification.of(file, CHECK));
    assertTrue(sound.first() > 1, "older files were deleted");
    assertTrue(sound.last() > 20);
    assertTrue(sound.signed());
    assertEquals(0, sound.beyond());
  }

  @Test
  void it_goes_on_soundly_after_a_restart() throws Exception {
    var log = Chains.open(file, new Keeping(600, 2), SIGNER).log();
    var _ = log.append(List.of("{\"kind\":\"line\",\"number\":20}")).join();
    log.close();
    assertInstanceOf(Verification.Sound.class, Verification.of(file, CHECK));
  }

  @Test
  void lines_after_the_head_are_counted_and_are_no_damage() throws Exception {
    var head = ChainFile.head(file);
    var before = Files.readAllBytes(head);
    var log = Chains.open(file, new Keeping(100_000, 2), SIGNER).log();
    var _ = log.append(List.of("{\"a\":1}", "{\"a\":2}")).join();
    log.close();
    Files.write(head, before);
    var sound = assertInstanceOf(Verification.Sound.class, Verification.of(file, CHECK));
    assertEquals(2, sound.beyond());
  }

  @Test
  void a_damaged_file_stays_where_it_can_be_seen_and_the_log_goes_on() throws Exception {
    var bytes = Files.readAllBytes(file);
    bytes[20] ^= 1;
    Files.write(file, bytes);
    var aside = new Rotated(file).next();
    var log = Chains.open(file, new Keeping(100_000, 9), SIGNER).log();
    var _ = log.append(List.of("{\"a\":1}")).join();
    log.close();
    var broken = assertInstanceOf(Verification.Broken.class, Verification.of(file, CHECK));
    assertEquals(String.valueOf(aside.getFileName()), broken.damage().file());
    assertEquals(1, broken.damage().line());
  }

  @Test
  void each_kind_of_damage_is_told_with_its_place() throws Exception {
    assertEquals(Damage.Kind.ALTERED, kindAfter(lines -> changed(lines.set(1, "{\"n\":5}"))));
    assertEquals(Damage.Kind.DROPPED, kindAfter(lines -> changed(lines.remove(1))));
    assertEquals(Damage.Kind.DROPPED, kindAfter(lines -> Collections.swap(lines, 1, 2)));
    assertEquals(Damage.Kind.SWAPPED, kindAfter(lines -> lines.add(2, lines.get(0))));
    var bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertEquals(Damage.Kind.TRUNCATED, broken().kind());
    Files.write(file, Arrays.copyOf(bytes, 0));
    assertEquals(Damage.Kind.TRUNCATED, broken().kind());
  }

  private interface Change {
    void of(List<String> lines);
  }

  private static void changed(String line) {
    assertTrue(line.startsWith("{\"n\":"));
  }

  private Damage.Kind kindAfter(Change change) throws IOException {
    var full = new Rotated(file).files().get(1);
    var bytes = Files.readAllBytes(full);
    var lines = new ArrayList<>(Files.readAllLines(full));
    assertTrue(lines.size() > 3);
    change.of(lines);
    Files.write(full, lines);
    var damage = broken();
    Files.write(full, bytes);
    assertEquals(2, damage.line() - (damage.kind() == Damage.Kind.SWAPPED ? 1 : 0));
    return damage.kind();
  }

  private Damage broken() throws IOException {
    return assertInstanceOf(Verification.Broken.class, Verification.of(file, CHECK)).damage();
  }

  @Test
  void a_head_of_another_key_is_told() throws Exception {
    Head.of(Head.read(ChainFile.head(file)).orElseThrow().end(), _ -> new byte[] {1, 2})
        .write(ChainFile.head(file));
    assertEquals(Damage.Kind.ALTERED, broken().kind());
    assertInstanceOf(Verification.Sound.class, Verification.of(file, Optional.empty()));
  }

  @Test
  void ten_thousand_random_changes_are_all_found() throws Exception {
    var random = new Random(4);
    var files = new ArrayList<>(new Rotated(file).withCurrent());
    files.add(ChainFile.head(file));
    for (int i = 0; i < 10_000; i++) {
      var victim = files.get(random.nextInt(files.size()));
      var bytes = Files.readAllBytes(victim);
      var changed = changed(bytes, random);
      overwrite(victim, changed);
      var found = Verification.of(file, CHECK);
      assertInstanceOf(
          Verification.Broken.class, found, "change " + i + " of " + victim.getFileName());
      overwrite(victim, bytes);
    }
    assertInstanceOf(Verification.Sound.class, Verification.of(file, CHECK));
  }

  /** Some file systems wait for the disk when a file is emptied first. */
  private static void overwrite(Path victim, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(victim, StandardOpenOption.WRITE)) {
      int _ = channel.write(ByteBuffer.wrap(bytes));
      var _ = channel.truncate(bytes.length);
    }
  }

  /** Never the same bytes. */
  private static byte[] changed(byte[] bytes, Random random) {
    var lines = new ArrayList<>(List.of(new String(bytes, UTF_8).split("(?<=\n)")));
    switch (random.nextInt(4)) {
      case 0 -> {
        var flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
      }
      case 1 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 2 -> {
        var _ = lines.remove(random.nextInt(lines.size()));
      }
      default -> {
        if (lines.size() == 1) {
          var _ = lines.remove(0);
        } else {
          int one = random.nextInt(lines.size() - 1);
          Collections.swap(lines, one, one + 1 + random.nextInt(lines.size() - one - 1));
        }
      }
    }
    return String.join("", lines).getBytes(UTF_8);
  }
}
