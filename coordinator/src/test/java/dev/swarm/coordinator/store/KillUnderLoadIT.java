package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that is killed again and again while everything goes on in it, always the same one: what
 * was acknowledged is there. A few points by default, {@code -Dswarm.full=true} takes 2,000 of each
 * kind, {@code -Dswarm.points=N} as many; {@code -Dswarm.seed=N} takes others.
 */
class KillUnderLoadIT {
  private static final int MANY = 2_000;

  @TempDir private Path folder;
  @TempDir private Path other;
  private final Random random = new Random(Long.getLong("swarm.seed", 1));
  private final Map<Integer, Integer> acknowledged = new HashMap<>();
  private long judged;
  private long events;

  @Test
  @Timeout(14_400)
  void what_was_acknowledged_is_there_wherever_the_process_is_killed() throws Exception {
    int kills = points(8);
    int next = 1;
    for (int kill = 1; kill <= kills; kill++) {
      try {
        killed(next);
        next = checked(folder) + 1;
      } catch (AssertionError e) {
        throw new AssertionError("kill " + kill + " of " + kills + ": " + e.getMessage(), e);
      }
    }
    tell(kills, "kills");
  }

  /** A writer, killed a little after it has said a few things more. */
  private void killed(int first) throws Exception {
    var child = new LoadedProcess(folder, other.resolve("classes.jsa"), first);
    try (var lines = child.acknowledgements()) {
      for (int said = random.nextInt(120); said >= 0; said--) {
        heard(lines.readLine());
      }
      LockSupport.parkNanos(random.nextInt(3_000_000));
      child.kill();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        heard(line);
      }
    }
  }

  /**
   * What a kill leaves is what the files hold at that moment, so a process that is stopped can be
   * killed in a copy, and goes on to the next point.
   */
  @Test
  @Timeout(14_400)
  @EnabledOnOs(OS.LINUX)
  void what_was_acknowledged_is_there_at_any_moment_at_which_it_is_stopped() throws Exception {
    int stops = points(40);
    var child = new LoadedProcess(folder, other.resolve("classes.jsa"), 1);
    try (var signals = new Signals();
        var lines = child.acknowledgements()) {
      for (int stop = 1; stop <= stops; stop++) {
        for (int said = random.nextInt(60); said >= 0; said--) {
          heard(lines.readLine());
        }
        LockSupport.parkNanos(random.nextInt(3_000_000));
        signals.stop(child.pid());
        while (lines.ready()) {
          heard(lines.readLine());
        }
        int _ = checked(copied());
        signals.go(child.pid());
      }
    } finally {
      child.kill();
    }
    tell(stops, "stops");
  }

  private Path copied() throws IOException {
    var copy = Files.createDirectories(other.resolve("copy"));
    for (var name : List.of("runs.db", "runs.db-wal", "runs.db-shm")) {
      Files.deleteIfExists(copy.resolve(name));
      if (Files.exists(folder.resolve(name))) {
        Files.write(copy.resolve(name), Files.readAllBytes(folder.resolve(name)));
      }
    }
    return copy;
  }

  private void heard(String line) {
    assertTrue(line != null, "the writer ended by itself");
    var words = List.of(line.split(" ", -1));
    if (words.getFirst().equals("j")) {
      judged++;
    } else if (words.size() == 3 && !words.get(2).isEmpty()) {
      events++;
      acknowledged.merge(Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)), Math::max);
    }
  }

  /** Looks at everything; the number of the last run that there is. */
  private int checked(Path place) throws IOException {
    try (var store = new SqliteStore(place, LoadedProcess.KEPT)) {
      var runs = store.runs().runs();
      int last = number(runs.getFirst());
      var gone = new HashMap<>(acknowledged);
      for (var run : runs) {
        int number = number(run);
        var there = store.events(run.id());
        assertEquals(LoadedProcess.events(number).subList(0, there.size()), there);
        int said = acknowledged.getOrDefault(number, 0);
        assertTrue(there.size() >= said, run.id() + " lost " + (said - there.size()) + " events");
        gone.remove(number);
      }
      // what is not there any more is older than the ones that are kept
      for (var number : gone.keySet()) {
        assertTrue(number <= last - LoadedProcess.KEPT, "run " + number + " is lost");
      }
      acknowledged.keySet().removeAll(gone.keySet());
      assertTrue(store.judgements().size() >= judged, "a judgement is lost");
      assertTrue(store.lives().all().size() <= 1, "one finding on one node has one life");
      assertTrue(Files.size(place.resolve("runs.db")) < 4_000_000, "it grows without end");
      return last;
    }
  }

  private static int number(RunSummary run) {
    return Integer.parseInt(run.id().value().substring("run-".length()));
  }

  private static int points(int few) {
    return Integer.getInteger("swarm.points", Boolean.getBoolean("swarm.full") ? MANY : few);
  }

  private void tell(int points, String kind) {
    System.out.println(
        points + " " + kind + ": " + events + " events, " + judged + " judgements, 0 lost");
    assertTrue(events > points, "there was no load");
  }
}
