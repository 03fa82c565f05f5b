package dev.swarm.cli;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CompletableFuture;

/** The local event bus, started on a thread of its own while the definitions are being read. */
final class Bus {
  private final CompletableFuture<Vertx> vertx = new CompletableFuture<>();

  private Bus() {}

  /** Begins to start it, and returns at once. */
  static Bus starting() {
    var bus = new Bus();
    var _ =
        Thread.ofPlatform()
            .name("swarm-bus")
            .daemon()
            .start(() -> bus.vertx.completeAsync(Bus::start, Runnable::run));
    return bus;
  }

  /** Blocks until it is there. */
  Vertx vertx() {
    return vertx.join();
  }

  private static Vertx start() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setUseDaemonThread(true));
  }
}
