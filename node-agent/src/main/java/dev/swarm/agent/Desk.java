package dev.swarm.agent;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Where an agent's state lives: one task after the other, in the order handed over, now or later.
 * Handing over is done from any thread; nothing on the desk may block.
 */
public interface Desk extends Executor {
  /** Runs {@code task} once on the desk, {@code delay} from now. */
  Cancellable after(Duration delay, Runnable task);

  /** A pending task; cancelling twice, or after it ran, does nothing. */
  @FunctionalInterface
  interface Cancellable {
    void cancel();
  }

  /**
   * A desk on an event loop of {@code local}, which has to live as long as the agent: never the
   * clustered one, which is closed whenever the process has to join anew.
   */
  static Desk of(Vertx local) {
    return new VertxDesk(local);
  }

  /** Does {@code work} on the desk; a bug in it fails the future. */
  default <T> Future<T> call(Supplier<Future<T>> work) {
    var done = Promise.<T>promise();
    execute(() -> {
      try {
        var _ = work.get().onComplete(done);
      } catch (RuntimeException | Error bug) {
        boolean _ = done.tryFail(bug);
      }
    });
    return done.future();
  }

  /** What {@code future} comes to, on the desk. */
  default <T> Future<T> bring(Future<T> future) {
    var here = Promise.<T>promise();
    var _ = future.onComplete(result -> execute(() -> here.handle(result)));
    return here.future();
  }
}
