package dev.swarm.coordinator.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
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
  void a_coordinator_that_stays_waits_for_space_and_begins_nothing_new_meanwhile()
      throws Exception {
    var filler = Files.write(folder.resolve("filler"), new byte[300_000]);
    try (var store =
        SqliteStore.staying(folder, Retention.of(200), InstantSource.fixed(Instant.EPOCH))) {
      var kept = new ArrayList<CompletableFuture<Void>>();
      for (int n = 1; n <= 1500; n++) {
        kept.add(store.append(ChildProcess.event(RUN, n)));
        if (n == 50) {
          kept.getLast().join();
        }
      }
      var full = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> awaitFull(store));
      assertEquals(Instant.EPOCH, full.since());
      assertTrue(full.reason().contains("no space is left"), full.reason());
      var refused = assertThrows(StoreException.class, store.state()::requireReady);
      assertEquals(Trouble.FULL, refused.trouble());
      var before = store.events(RUN).size();
      assertTrue(kept.get(before - 1).isDone());
      assertFalse(kept.getLast().isDone());
      Files.delete(filler);
      assertTrue(Files.notExists(filler));
      kept.get(before + 50).get(20, TimeUnit.SECONDS);
      assertTrue(store.events(RUN).size() > before);
    }
  }

  private static StoreState.Full awaitFull(RunStore store) {
    while (true) {
      if (store.state() instanceof StoreState.Full full) {
        return full;
      }
      Thread.onSpinWait();
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
