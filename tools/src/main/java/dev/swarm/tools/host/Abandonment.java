package dev.swarm.tools.host;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls what may never return, on a thread that is left behind when it does not: a read that hangs
 * in the kernel cannot be interrupted. At most so many are left behind; when all hang, a further
 * call waits its time for one to come back and then gives up.
 */
final class Abandonment {
  private static final int STACK_BYTES = 256 * 1024;

  private final int most;
  private final Duration patience;
  private final Semaphore free;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(null, task, "file", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
      });

  Abandonment(int most, Duration patience) {
    this.most = most;
    this.patience = patience;
    this.free = new Semaphore(most);
  }

  /**
   * The answer, or what {@code late} makes of the reason why there is none. An interrupt gives up
   * too, and is kept.
   */
  <T> T call(Supplier<T> work, Function<String, T> late) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return late.apply("all " + most + " threads for files hang in earlier calls");
      }
      return begin(work).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return late.apply("no answer within " + patience.toMillis() + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late.apply("the run was cancelled");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.get();
          } finally {
            free.release();
          }
        },
        threads);
  }
}
