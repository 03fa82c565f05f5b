package dev.swarm.coordinator;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.bus.RefusedException;
import dev.swarm.coordinator.store.FallbackStore;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.coordinator.store.RunHistory;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.coordinator.store.StoreException;
import dev.swarm.coordinator.store.StoreState;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Receipt;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.Refusal;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class DurabilityTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void an_outcome_is_acknowledged_only_when_it_is_durable(Vertx vertx) throws Exception {
    var disk = new SlowDisk();
    var rig = new Rig(vertx, disk, PATIENT);
    var deliveries = new LinkedBlockingQueue<Future<Receipt>>();
    var _ =
        new ScriptedNode(
            vertx,
            "n1",
            1,
            (node, asked) -> {
              asked.accept();
              deliveries.add(node.deliver(asked.offer(), Samples.completed(asked.offer())));
            });
    var run = rig.start(Samples.audit("n1"));
    var first = Optional.ofNullable(deliveries.poll(10, SECONDS)).orElseThrow();
    rig.await(Event.RunEnded.class::isInstance);
    assertFalse(first.isComplete(), "acknowledged before it was kept");
    assertFalse(run.ended().isComplete(), "ended before its end was kept");
    disk.catchUp();
    assertEquals(1, first.await(5, SECONDS).attempt());
    assertEquals(run.id(), run.ended().await(5, SECONDS));
  }

  @Test
  void a_store_that_fails_is_no_receipt_and_no_silence(Vertx vertx) throws Exception {
    try (var store = new SqliteStore(folder, 200)) {
      assertEquals(0, store.newest());
      loseTheTables();
      var rig = new Rig(vertx, store, PATIENT);
      var deliveries = new LinkedBlockingQueue<Future<Receipt>>();
      var _ =
          new ScriptedNode(
              vertx,
              "n1",
              1,
              (node, asked) -> {
                asked.accept();
                deliveries.add(node.deliver(asked.offer(), Samples.completed(asked.offer())));
              });
      var run = rig.start(Samples.audit("n1"));
      var first = Optional.ofNullable(deliveries.poll(10, SECONDS)).orElseThrow();
      var refused = assertThrows(RefusedException.class, () -> first.await(5, SECONDS));
      assertEquals(Refusal.UNAVAILABLE, refused.code());
      assertThrows(StoreException.class, () -> run.ended().await(5, SECONDS));
    }
  }

  private void loseTheTables() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
        var drop = other.createStatement()) {
      boolean _ = drop.execute("DROP TABLE events");
    }
  }

  @Test
  void a_store_that_cannot_be_used_begins_no_run_and_says_why(Vertx vertx) throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    try (var store = new SqliteStore(file.resolve("below"), 200)) {
      var start = new Recorded(new RunId("r"), 1, 1, Instant.EPOCH, new Event.RunEnded(false));
      assertThrows(CompletionException.class, () -> store.append(start).join());
      assertInstanceOf(StoreState.Damaged.class, store.state());
      var rig = new Rig(vertx, store, PATIENT);
      var refused = assertThrows(StoreException.class, () -> rig.start(Samples.audit("n1")));
      assertTrue(refused.getMessage().startsWith("could not open "), refused.getMessage());
    }
  }

  @Test
  void an_audit_ends_whole_although_nothing_can_be_kept(Vertx vertx) throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    try (var store = new FallbackStore(new SqliteStore(file.resolve("below"), 200))) {
      var rig = new Rig(vertx, store, PATIENT);
      var _ = new ScriptedNode(vertx, "n1", 1, ScriptedNode::well);
      var events = rig.ended(rig.start(Samples.audit("n1")));
      assertInstanceOf(Event.RunEnded.class, events.getLast());
      assertTrue(store.notKept().isPresent());
    }
  }

  @Test
  void an_audit_of_many_nodes_is_on_disk_when_it_has_ended(Vertx vertx) throws Exception {
    var nodes = new String[40];
    try (var store = new SqliteStore(folder, 200)) {
      var rig = new Rig(vertx, store, PATIENT);
      for (int n = 0; n < nodes.length; n++) {
        nodes[n] = "n" + n;
        var _ = new ScriptedNode(vertx, nodes[n], 2, ScriptedNode::well);
      }
      var events = rig.ended(rig.start(Samples.audit(nodes)));
      assertEquals(
          120, Rig.endings(events).stream().filter("completed"::equals).count(), "of 40 nodes");
      assertEquals(1, store.runs().runs().size());
    }
  }

  /** Takes everything, and keeps it only when a test says so. */
  private static final class SlowDisk implements RunStore {
    private final RunStore inner = new PassingStore("a test");
    private final LinkedBlockingQueue<Runnable> held = new LinkedBlockingQueue<>();

    @Override
    public CompletableFuture<Void> append(Recorded recorded) {
      var kept = new CompletableFuture<Void>();
      held.add(() ->
          inner
              .append(recorded)
              .thenRun(() -> assertTrue(kept.complete(null), "kept once"))
              .join());
      return kept;
    }

    void catchUp() {
      for (var next = held.poll(); next != null; next = held.poll()) {
        next.run();
      }
    }

    @Override
    public List<Recorded> events(RunId run) {
      return inner.events(run);
    }

    @Override
    public RunHistory runs() {
      return inner.runs();
    }

    @Override
    public Optional<String> notKept() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
