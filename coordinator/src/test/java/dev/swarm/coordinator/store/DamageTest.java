package dev.swarm.coordinator.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.coordinator.life.Judgement.Wrong;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.store.RunSummary.Ending;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A damaged store says so, or the damage hit nothing; it never tells another story. {@code
 * -Dswarm.full=true} tries 1,000 random flips and cuts of the database and of its log.
 */
class DamageTest {
  private static final boolean FULL = Boolean.getBoolean("swarm.full");
  private static final int FLIPS = FULL ? 500 : 120;
  private static final int CUTS = FULL ? 200 : 40;
  private static final int LOG = FULL ? 400 : 60;

  private static final List<RunId> RUNS =
      IntStream.rangeClosed(1, 4).mapToObj(day -> new RunId("2026110%d-a".formatted(day))).toList();

  @TempDir private static Path sound;
  private static byte[] database = new byte[0];
  private static byte[] log = new byte[0];
  private static Map<RunId, List<Recorded>> truth = Map.of();
  private static List<Judged> said = List.of();
  private static List<Life> lives = List.of();

  @BeforeAll
  static void keep_four_runs() throws IOException {
    truth = new HashMap<>();
    for (var run : RUNS) {
      var events = SampleRun.complete(run, "n1", "n2");
      truth.put(run, events);
      SampleRun.keep(sound, events);
    }
    judge();
    database = Files.readAllBytes(sound.resolve("runs.db"));
    keepTheLogOfAWriterThatNeverCloses();
  }

  private static void judge() {
    var at = Instant.parse("2026-11-21T10:00:00Z");
    try (var store = new SqliteStore(sound, 200)) {
      var print = store.lives().all().getFirst().fingerprint();
      for (var by : List.of("ann", "bob", "eve")) {
        lives = List.of(store.lives().judge("n1", print, new Wrong(by, at, "a snapshot")).join());
      }
      said = store.judgements();
      lives = store.lives().all();
    }
    assertEquals(3, said.size());
  }

  /** The log as a killed process leaves it: four runs more, in no database page yet. */
  private static void keepTheLogOfAWriterThatNeverCloses() throws IOException {
    var folder = Files.createDirectory(sound.resolve("log"));
    Files.write(folder.resolve("runs.db"), database);
    try (var store = new SqliteStore(folder, 200)) {
      SampleRun.keep(store, SampleRun.complete(new RunId("20261110-a"), "n1", "n2"));
      log = Files.readAllBytes(folder.resolve("runs.db-wal"));
      truth.put(new RunId("20261110-a"), SampleRun.complete(new RunId("20261110-a"), "n1", "n2"));
    }
    assertTrue(log.length > 4096, "there is a log to damage");
  }

  @Test
  void a_flipped_bit_is_harmless_or_named(@TempDir Path folder) throws IOException {
    int named = 0;
    for (int seed = 0; seed < FLIPS; seed++) {
      var random = new Random(seed);
      var bytes = database.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      named += read(folder, "flip " + seed, bytes, new byte[0], RUNS) ? 1 : 0;
    }
    assertTrue(named > FLIPS / 3, "only " + named + " of " + FLIPS + " were noticed");
  }

  @Test
  void a_flipped_bit_in_the_header_is_harmless_or_named(@TempDir Path folder) throws IOException {
    for (int bit = 0; bit < 100 * 8; bit += 7) {
      var bytes = database.clone();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      boolean _ = read(folder, "header bit " + bit, bytes, new byte[0], RUNS);
    }
  }

  @Test
  void a_truncated_file_is_always_named(@TempDir Path folder) throws IOException {
    for (int seed = 0; seed < CUTS; seed++) {
      int length = new Random(seed).nextInt(database.length);
      var bytes = Arrays.copyOf(database, length);
      assertTrue(read(folder, "cut to " + length, bytes, new byte[0], RUNS), "cut to " + length);
    }
    for (int page = 0; page * 4096 < database.length; page++) {
      var bytes = Arrays.copyOf(database, page * 4096);
      assertTrue(read(folder, "pages " + page, bytes, new byte[0], RUNS), "pages: " + page);
    }
  }

  @Test
  void a_damaged_log_costs_its_last_commits_at_most(@TempDir Path folder) throws IOException {
    for (int seed = 0; seed < LOG; seed++) {
      var random = new Random(seed);
      var bytes = log.clone();
      if (seed % 2 == 0) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      } else {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      boolean _ = read(folder, "log " + seed, database, bytes, RUNS);
    }
  }

  @Test
  void the_place_of_the_damage_is_named(@TempDir Path folder) throws Exception {
    Files.write(folder.resolve("runs.db"), database);
    try (var connection = StoreFile.in(folder).open()) {
      Sql.run(connection, "DROP TRIGGER events_never_UPDATE");
      Sql.run(
          connection,
          "UPDATE events SET body = replace(body, '93%', '12%') WHERE run = ? AND sequence = 8",
          RUNS.getFirst().value());
    }
    try (var store = new SqliteStore(folder, 200)) {
      var damage =
          org.junit.jupiter.api.Assertions.assertThrows(
              StoreException.class, () -> store.events(RUNS.getFirst()));
      assertEquals("damaged at run " + RUNS.getFirst() + " event 8", damage.getMessage());
    }
  }

  /**
   * One bit makes a text key of the index a number, and a scan by key comes back to where it was.
   */
  @Test
  void an_index_that_leads_in_a_circle_is_left_again(@TempDir Path folder) throws IOException {
    int keys = 0;
    for (int at = 0; at < database.length - 14; at++) {
      if (isKeyOfARun(at)) {
        keys++;
        var bytes = database.clone();
        bytes[at + 1] ^= 1 << 5;
        boolean _ =
            assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> read(folder, "key", bytes, new byte[0], RUNS));
      }
    }
    assertTrue(keys > 20, "only " + keys + " keys are there");
  }

  /** A record of four header bytes: a text of ten characters, a small number, a row. */
  private static boolean isKeyOfARun(int at) {
    var header = database[at] == 4 && database[at + 1] == 33 && database[at + 2] == 1;
    return header && new String(database, at + 4, 6, UTF_8).equals("202611");
  }

  /**
   * Reads everything out of a damaged store.
   *
   * @return whether the damage was named
   */
  private static boolean read(
      Path folder, String what, byte[] database, byte[] log, List<RunId> mustBeThere)
      throws IOException {
    Files.write(folder.resolve("runs.db"), database);
    Files.deleteIfExists(folder.resolve("runs.db-shm"));
    Files.deleteIfExists(folder.resolve("runs.db-wal"));
    if (log.length > 0) {
      Files.write(folder.resolve("runs.db-wal"), log);
    }
    boolean named = false;
    try (var store = new SqliteStore(folder, 200)) {
      var runs = store.runs().runs();
      var listed = runs.stream().map(RunSummary::id).toList();
      assertTrue(
          listed.containsAll(mustBeThere) || anyDamaged(runs), what + " lost a run: " + runs);
      for (var summary : runs) {
        named |= summary.ending() == Ending.DAMAGED;
        named |= readRun(store, what, summary);
      }
      named |= readRest(store, what, log.length > 0);
    } catch (StoreException e) {
      named = true;
    }
    return named;
  }

  /** Runs that are damaged say nothing, so that lives may be made of fewer. */
  private static boolean readRest(SqliteStore store, String what, boolean more) {
    boolean named = false;
    try {
      assertEquals(said, store.judgements(), what);
    } catch (StoreException e) {
      named = true;
    }
    try {
      boolean same = store.lives().all().equals(lives);
      assertTrue(same || more || named || damagedSomewhere(store), what + ": other lives");
    } catch (StoreException e) {
      named = true;
    }
    return named;
  }

  private static boolean damagedSomewhere(SqliteStore store) {
    return store.runs().runs().stream()
        .anyMatch(run -> run.ending() == Ending.DAMAGED || readRun(store, "again", run));
  }

  private static boolean anyDamaged(List<RunSummary> runs) {
    return runs.stream().anyMatch(run -> run.ending() == Ending.DAMAGED);
  }

  private static boolean readRun(RunStore store, String what, RunSummary summary) {
    try {
      var events = store.events(summary.id());
      var expected = truth.getOrDefault(summary.id(), List.of());
      if (summary.ending() == Ending.UNFINISHED) {
        expected = expected.subList(0, events.size());
      }
      assertEquals(expected, events, what);
      return false;
    } catch (StoreException e) {
      return true;
    }
  }
}
