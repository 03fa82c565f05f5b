package dev.swarm.tools.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a program that is being started comes to, or why it does not. */
final class Awaited<T> {
  private final CompletableFuture<T> future = new CompletableFuture<>();

  void complete(T value) {
    boolean _ = future.complete(value);
  }

  void fail(Throwable why) {
    boolean _ = future.completeExceptionally(why);
  }

  /** Whether it is there in time. */
  boolean within(Duration atMost) throws StartFailure, InterruptedException {
    try {
      T _ = future.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw StartFailure.of(e.getCause());
    }
  }

  /** Waits for it, an interrupt or not: it is not long, and the interrupt is kept. */
  T get() throws StartFailure {
    try {
      return future.get();
    } catch (InterruptedException e) {
      try {
        return get();
      } finally {
        Thread.currentThread().interrupt();
      }
    } catch (ExecutionException e) {
      throw StartFailure.of(e.getCause());
    }
  }
}
