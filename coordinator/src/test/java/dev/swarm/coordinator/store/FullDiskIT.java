package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a file system of one megabyte that really fills up. */
class FullDiskIT {
  private static final RunId RUN = new RunId("full-disk");

  @TempDir private Path folder;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can mount a tmpfs");
    mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
    assumeTrue(mounted, "this root may not mount a tmpfs");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertEquals(0, run("umount", folder.toString()));
    }
  }

  @Test
  void a_full_disk_is_named_loses_nothing_kept_and_works_again_with_room() throws Exception {
    var filler = Files.write(folder.resolve("filler"), new byte[300_000]);
    try (var store = new SqliteStore(folder, 200)) {
      var kept = new ArrayList<Recorded>();
      assertEquals(Trouble.FULL, fill(store, kept));
      assertFalse(kept.isEmpty());
      assertEquals(kept, store.events(RUN));
      assertTrue(store.notKept().orElseThrow().contains("no space is left"));
      Files.delete(filler);
      var next = ChildProcess.event(RUN, kept.size() + 1);
      store.append(next).join();
      kept.add(next);
      assertEquals(kept, store.events(RUN));
    }
  }

  @Test
  void a_run_that_outgrows_the_disk_ends_in_memory_whole() {
    try (var store = new FallbackStore(new SqliteStore(folder, 200))) {
      var events = new ArrayList<Recorded>();
      for (int n = 1; n <= 900; n++) {
        events.add(ChildProcess.event(RUN, n));
      }
      SampleRun.keep(store, events);
      assertTrue(store.notKept().orElseThrow().contains("no space is left"));
      assertEquals(events, store.events(RUN));
    }
  }

  private static Trouble fill(RunStore store, List<Recorded> kept) {
    for (int n = 1; n < 10_000; n++) {
      var event = ChildProcess.event(RUN, n);
      try {
        store.append(event).join();
        kept.add(event);
      } catch (CompletionException e) {
        return ((StoreException) e.getCause()).trouble();
      }
    }
    throw new AssertionError("the disk never filled up");
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
