package dev.swarm.cli;

import dev.swarm.coordinator.store.FallbackStore;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.coordinator.store.RunStore;
import dev.swarm.coordinator.store.SqliteStore;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.host.LiveHost;
import dev.swarm.tools.recording.RecordedHost;
import dev.swarm.tools.recording.RecordingFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What a local command works with. The store begins to open first, on a thread of its own, since
 * that takes longest.
 */
record Opening(
    Settings settings,
    Host host,
    Supplier<Sandboxing> sandboxing,
    RunStore store,
    Knowledge knowledge,
    Surroundings here)
    implements AutoCloseable {

  /** This machine, or the one that {@code recording} holds. */
  static Opening of(Surroundings here, Settings settings, Optional<Path> recording) {
    return recording
        .map(folder -> recorded(here, settings, folder))
        .orElseGet(() -> live(here, settings, new FallbackStore(store(here, settings))));
  }

  /** This machine, with nothing kept. */
  static Opening passing(Surroundings here, Settings settings, String reason) {
    return live(here, settings, new PassingStore(reason));
  }

  /** The operator's own runs, for a command that goes again. */
  static SqliteStore store(Surroundings here, Settings settings) {
    return SqliteStore.passing(folder(here, settings), settings.retention(), new SystemClock());
  }

  /** The same for a coordinator that stays. */
  static SqliteStore staying(Surroundings here, Settings settings) {
    return SqliteStore.staying(folder(here, settings), settings.retention(), new SystemClock());
  }

  private static Path folder(Surroundings here, Settings settings) {
    return here.state(settings);
  }

  Station.Parts parts() {
    return new Station.Parts(settings, knowledge, host, sandboxing.get(), store, here);
  }

  /** Nothing that was begun goes on after it. */
  @Override
  public void close() {
    try {
      var _ = sandboxing.get();
    } finally {
      store.close();
    }
  }

  private static Opening live(Surroundings here, Settings settings, RunStore store) {
    var host = LiveHost.sandboxed(here.folders().work());
    var probing = CompletableFuture.supplyAsync(() -> Sandboxing.of(host.sandbox()));
    var knowledge = knowledge(settings, host, store, probing);
    return new Opening(settings, host, probing::join, store, knowledge, here);
  }

  private static Opening recorded(Surroundings here, Settings settings, Path folder) {
    var host = new RecordedHost(RecordingFolder.read(folder));
    var store = new FallbackStore(store(here, settings));
    var probing = CompletableFuture.completedFuture(Sandboxing.OF_A_RECORDING);
    var knowledge = knowledge(settings, host, store, probing);
    return new Opening(settings, host, probing::join, store, knowledge, here);
  }

  /** Where it cannot be had, nothing of what was begun beside it goes on behind anybody's back. */
  private static Knowledge knowledge(
      Settings settings, Host host, RunStore store, CompletableFuture<Sandboxing> probing) {
    try {
      return Knowledge.of(settings, host.platform());
    } catch (RuntimeException e) {
      var _ = probing.handle((_, _) -> true).join();
      store.close();
      throw e;
    }
  }
}
