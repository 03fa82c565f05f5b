package dev.swarm.bus.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Does somebody take connections there? */
final class Knock {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Knock() {}

  /** Those of {@code places} where somebody does; completes within a second or so. */
  static CompletableFuture<Set<HostPort>> at(Set<HostPort> places) {
    return at(places, PATIENCE);
  }

  /** Those of {@code places} where somebody does, as far as it shows within {@code patience}. */
  static CompletableFuture<Set<HostPort>> at(Set<HostPort> places, Duration patience) {
    var found = ConcurrentHashMap.<HostPort>newKeySet();
    var knocks =
        places.stream()
            .map(place ->
                CompletableFuture.runAsync(
                    () -> {
                      if (at(place, patience)) {
                        boolean _ = found.add(place);
                      }
                    },
                    Thread::startVirtualThread));
    return CompletableFuture.allOf(knocks.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> Set.copyOf(found));
  }

  /** Blocks for a second at most. */
  static boolean at(HostPort place) {
    return at(place, PATIENCE);
  }

  private static boolean at(HostPort place, Duration patience) {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(place.host(), place.port()), Math.toIntExact(patience.toMillis()));
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
