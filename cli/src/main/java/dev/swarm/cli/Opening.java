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

/** The parts of a local audit, each begun as early as it can be. */
final class Opening implements AutoCloseable {
  private final Settings settings;
  private final Host host;
  private final RunStore store;
  private final Knowledge knowledge;
  private final Optional<LiveHost> live;

  Opening(Settings settings, Optional<Path> recording) {
    this.settings = settings;
    var folders = Folders.here();
    this.store = new FallbackStore(store(settings));
    this.live =
        recording.isPresent() ? Optional.empty() : Optional.of(LiveHost.sandboxed(folders.work()));
    this.host =
        recording
            .<Host>map(folder -> new RecordedHost(RecordingFolder.read(folder)))
            .orElseGet(live::orElseThrow);
    this.knowledge = Knowledge.of(settings);
  }

  /** The operator's own runs. */
  static RunStore store(Settings settings) {
    return new SqliteStore(
        settings.stateFolder().orElseGet(Folders.here()::state), settings.keepRuns());
  }

  /** A store for what need not be kept. */
  static RunStore passing() {
    return new PassingStore("a recording is kept instead");
  }

  Knowledge knowledge() {
    return knowledge;
  }

  Host host() {
    return host;
  }

  RunStore store() {
    return store;
  }

  Station.Parts parts() {
    return new Station.Parts(settings, knowledge, host, sandboxing(), store);
  }

  private Sandboxing sandboxing() {
    return live.map(LiveHost::sandbox)
        .map(sandbox -> new Sandboxing(sandbox.contained(), sandbox.description()))
        .orElse(new Sandboxing(true, "none needed: a recording"));
  }

  @Override
  public void close() {
    store.close();
  }
}
