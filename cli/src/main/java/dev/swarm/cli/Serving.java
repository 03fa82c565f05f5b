package dev.swarm.cli;

import dev.swarm.coordinator.Coordinator;
import dev.swarm.coordinator.http.Audits;
import dev.swarm.coordinator.http.HttpSettings;
import dev.swarm.coordinator.http.RouterView;
import dev.swarm.coordinator.http.Self;
import dev.swarm.coordinator.http.ServerException;
import dev.swarm.coordinator.http.WebServer;
import dev.swarm.coordinator.report.Policy;
import dev.swarm.coordinator.store.SqliteStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The HTTP server of a coordinator that stays, from its settings.
 *
 * @param schedules as they are shown
 * @param joined whether the coordinator is on its bus
 */
record Serving(
    Surroundings here,
    Settings settings,
    Self self,
    Coordinator coordinator,
    SqliteStore store,
    Audits audits,
    Supplier<List<RouterView>> routers,
    Supplier<? extends List<?>> schedules,
    BooleanSupplier joined) {

  /** Starts it where it is wanted, and says where it is, to commands beside it by {@code lock}. */
  AutoCloseable start(Optional<HttpSettings> http, ServeLock lock) {
    if (http.isEmpty()) {
      return () -> {};
    }
    try {
      var server = WebServer.start(parts(http.get()));
      var place = place(http.get(), server.port());
      here.say("dashboard and API at " + place);
      lock.tell(place);
      return server;
    } catch (ServerException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String place(HttpSettings http, int port) {
    var scheme = http.tls().isPresent() ? "https" : "http";
    var host = http.host().contains(":") ? "[" + http.host() + "]" : http.host();
    return scheme + "://" + host + ":" + port;
  }

  private WebServer.Parts parts(HttpSettings http) {
    var clock = new SystemClock();
    return new WebServer.Parts(
        http,
        self,
        coordinator,
        store,
        store,
        store.lives(),
        () -> bytes(here.state(settings)),
        audits,
        routers,
        schedules,
        joined,
        new Policy(settings.failOn(), false, false),
        clock,
        clock.steady(),
        here::say);
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("runs.db"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
