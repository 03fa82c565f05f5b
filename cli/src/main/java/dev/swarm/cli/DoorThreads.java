package dev.swarm.cli;

import dev.swarm.bus.Door;
import dev.swarm.bus.Doorkeeper;
import dev.swarm.bus.Seal;
import dev.swarm.bus.Turned;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The two threads of a process on which messages are sealed, and checked. */
record DoorThreads(ExecutorService inbox, ExecutorService outbox) implements AutoCloseable {
  static DoorThreads start() {
    return new DoorThreads(thread("swarm-inbox"), thread("swarm-outbox"));
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  /** A door that hears nothing yet. */
  Door door(
      EventBus bus, Seal seal, Doorkeeper keeper, List<String> addresses, Consumer<Turned> turned) {
    return new Door(bus, seal, keeper, addresses, inbox, outbox, turned);
  }

  @Override
  public void close() {
    var _ = inbox.shutdownNow();
    var _ = outbox.shutdownNow();
  }
}
