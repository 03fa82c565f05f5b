package dev.swarm.coordinator;

import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.coordinator.store.RunHistory;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A disk: what is appended is on it a little later, unless its process dies before. */
final class SimStore {
  private final SimWorld world;
  private final PassingStore disk = new PassingStore("a simulation");
  private final Map<RunId, Long> sequences = new HashMap<>();
  private long free;

  SimStore(SimWorld world) {
    this.world = world;
  }

  /** What is on the disk of {@code run}; nothing if it is not there. */
  List<Recorded> events(RunId run) {
    return sequences.containsKey(run) ? disk.events(run) : List.of();
  }

  RunHistory runs() {
    return disk.runs();
  }

  /** The disk as {@code process} uses it. */
  RunStore of(SimWorld.Life process) {
    return new RunStore() {
      @Override
      public CompletableFuture<Void> append(Recorded recorded) {
        var kept = new CompletableFuture<Void>();
        free = Math.max(free, world.millis() + world.between(1, 15));
        world.after(process, free - world.millis(), () -> write(recorded, kept));
        return kept;
      }

      @Override
      public List<Recorded> events(RunId run) {
        return disk.events(run);
      }

      @Override
      public RunHistory runs() {
        return disk.runs();
      }

      @Override
      public Optional<String> notKept() {
        return Optional.empty();
      }

      @Override
      public void close() {}
    };
  }

  private void write(Recorded recorded, CompletableFuture<Void> kept) {
    long last = sequences.getOrDefault(recorded.run(), 0L);
    if (recorded.sequence() != last + 1) {
      throw new AssertionError(
          "a gap on disk: " + recorded + " after " + events(recorded.run()).getLast());
    }
    sequences.put(recorded.run(), recorded.sequence());
    var _ = disk.append(recorded);
    boolean _ = kept.complete(null);
  }
}
