package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.protocol.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store, used by processes that die, and by several at once. */
class StoreProcessesIT {
  @TempDir private Path folder;

  @Test
  void a_killed_writer_loses_nothing_that_it_acknowledged() throws Exception {
    for (int kill = 0; kill < 12; kill++) {
      var random = new Random(kill);
      var run = new RunId("kill-%02d".formatted(kill));
      int acknowledged = killedAfter(run, 1 + random.nextInt(60), random.nextInt(4_000_000));
      try (var store = new SqliteStore(folder, 200)) {
        var events = store.events(run);
        assertTrue(events.size() >= acknowledged, run + " lost " + (acknowledged - events.size()));
        for (int n = 1; n <= events.size(); n++) {
          assertEquals(ChildProcess.event(run, n), events.get(n - 1));
        }
        SampleRun.keep(store, List.of(ChildProcess.event(run, events.size() + 1)));
      }
    }
  }

  /** Kills a writer a little after it has acknowledged so many, and tells how many it had. */
  private int killedAfter(RunId run, int wanted, int nanosMore) throws Exception {
    var child = new ChildProcess(folder, run, 100_000);
    int acknowledged = 0;
    try (var lines = child.acknowledgements()) {
      while (acknowledged < wanted) {
        acknowledged = Integer.parseInt(lines.readLine());
      }
      LockSupport.parkNanos(nanosMore);
      child.kill();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged = Integer.parseInt(line);
      }
    }
    return acknowledged;
  }

  @Test
  void processes_at_once_on_a_store_that_is_not_there_yet_all_keep_their_runs() throws Exception {
    var runs = IntStream.range(0, 4).mapToObj(n -> new RunId("at-once-" + n)).toList();
    var state = folder.resolve("new/swarm");
    var children = new java.util.ArrayList<ChildProcess>();
    for (var run : runs) {
      children.add(new ChildProcess(state, run, 80));
    }
    for (var child : children) {
      assertEquals(80, child.acknowledgements().lines().count());
      assertEquals(0, child.exit());
    }
    try (var store = new SqliteStore(state, 200)) {
      assertEquals(runs.reversed(), store.runs().runs().stream().map(RunSummary::id).toList());
      for (var run : runs) {
        assertEquals(80, store.events(run).size());
      }
    }
  }
}
