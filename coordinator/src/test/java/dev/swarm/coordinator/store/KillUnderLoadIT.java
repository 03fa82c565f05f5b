package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that is killed again and again while everything goes on in it, always the same one: what
 * was acknowledged is there. A few points by default, {@code -Dswarm.full=true} kills at 2,000;
 * {@code -Dswarm.seed=N} kills elsewhere.
 */
class KillUnderLoadIT {
  private static final int FEW = 10;
  private static final int MANY = 2_000;

  @TempDir private Path folder;
  @TempDir private Path archives;
  private final Map<Integer, Integer> acknowledged = new HashMap<>();
  private int judged;
  private long events;

  @Test
  @Timeout(7_200)
  void what_was_acknowledged_is_there_wherever_the_process_is_killed() throws Exception {
    int kills = Boolean.getBoolean("swarm.full") ? MANY : FEW;
    var random = new Random(Long.getLong("swarm.seed", 1));
    int next = 1;
    for (int kill = 1; kill <= kills; kill++) {
      try {
        killedAfter(1 + random.nextInt(120), random.nextInt(3_000_000), next);
        next = checked() + 1;
      } catch (AssertionError e) {
        throw new AssertionError("kill " + kill + " of " + kills + ": " + e.getMessage(), e);
      }
    }
    System.out.println(
        kills + " kills: " + events + " events and " + judged + " judgements acknowledged, 0 lost");
    assertTrue(events > kills, "there was no load");
  }

  /** Kills a writer a little after it has said so many things. */
  private void killedAfter(int wanted, int nanosMore, int first) throws Exception {
    var child = new LoadedProcess(folder, archives.resolve("classes.jsa"), first);
    try (var lines = child.acknowledgements()) {
      for (int said = 0; said < wanted; said++) {
        heard(lines.readLine());
      }
      LockSupport.parkNanos(nanosMore);
      child.kill();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        heard(line);
      }
    }
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
  private int checked() throws Exception {
    try (var store = new SqliteStore(folder, LoadedProcess.KEPT)) {
      var runs = store.runs().runs();
      int last = Integer.parseInt(runs.getFirst().id().value().substring(4));
      for (var run : runs) {
        int number = Integer.parseInt(run.id().value().substring(4));
        var there = store.events(run.id());
        assertEquals(LoadedProcess.events(number).subList(0, there.size()), there);
        int said = acknowledged.getOrDefault(number, 0);
        assertTrue(there.size() >= said, run.id() + " lost " + (said - there.size()) + " events");
        acknowledged.remove(number);
      }
      // what is not there any more is older than the ones that are kept
      for (var gone : acknowledged.keySet()) {
        assertTrue(gone <= last - LoadedProcess.KEPT, "run " + gone + " is lost");
      }
      acknowledged.clear();
      assertTrue(store.judgements().size() >= judged, "a judgement is lost");
      judged = store.judgements().size();
      var lives = store.lives().all();
      assertTrue(lives.size() <= 1, lives.toString());
      assertTrue(Files.size(folder.resolve("runs.db")) < 4_000_000, "it grows without end");
      return last;
    }
  }
}
