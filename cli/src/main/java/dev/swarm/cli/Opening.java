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

  /** The operator's own runs. */
  static RunStore store(Surroundings here, Settings settings) {
    return new SqliteStore(
        settings.stateFolder().orElseGet(here.folders()::state), settings.keepRuns());
  }

  Station.Parts parts() {
    return new Station.Parts(settings, knowledge, host, sandboxing.get(), store, here);
  }

  @Override
  public void close() {
    store.close();
  }

  private static Opening live(Surroundings here, Settings settings, RunStore store) {
    var host = LiveHost.sandboxed(here.folders().work());
    var probing = CompletableFuture.supplyAsync(() -> Sandboxing.of(host.sandbox()));
    return new Opening(
        settings, host, probing::join, store, Knowledge.of(settings, host.platform()), here);
  }

  private static Opening recorded(Surroundings here, Settings settings, Path folder) {
    var host = new RecordedHost(RecordingFolder.read(folder));
    var store = new FallbackStore(store(here, settings));
    return new Opening(
        settings,
        host,
        () -> Sandboxing.OF_A_RECORDING,
        store,
        Knowledge.of(settings, host.platform()),
        here);
  }
}
