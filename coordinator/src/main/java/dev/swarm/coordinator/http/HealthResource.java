package dev.swarm.coordinator.http;

import dev.swarm.coordinator.store.StoreState;
import java.util.List;

/** {@code /health} and {@code /ready}: for whoever restarts or calls this. */
final class HealthResource {
  private final WebServer.Parts parts;

  HealthResource(WebServer.Parts parts) {
    this.parts = parts;
  }

  private record Health(String status) {}

  /** Whether it can take work, and what is missing if not. */
  private record Readiness(boolean ready, boolean bus, String store) {}

  List<Route> routes() {
    return List.of(
        Route.get("/health", _ -> Reply.json(new Health("ok"))).by(Access.PUBLIC),
        Route.get("/ready", _ -> ready()).by(Access.PUBLIC));
  }

  private Reply ready() {
    boolean bus = parts.joined().getAsBoolean();
    var state = parts.store().state();
    var word =
        switch (state) {
          case StoreState.Ready _ -> "ready";
          case StoreState.Full _ -> "full";
          case StoreState.Damaged _ -> "damaged";
        };
    boolean ready = bus && state instanceof StoreState.Ready;
    return Reply.json(ready ? 200 : 503, new Readiness(ready, bus, word));
  }
}
