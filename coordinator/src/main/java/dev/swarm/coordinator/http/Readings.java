package dev.swarm.coordinator.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where requests wait for the store: few threads, and no queue without end. They are platform
 * threads, because SQLite pins whatever carries a virtual one, and that are the agent's as well.
 */
final class Readings implements Executor, AutoCloseable {
  private static final int THREADS = 4;
  private static final int WAITING = 1_000;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("swarm-http-", 1).factory());

  Readings() {
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs {@code work} soon.
   *
   * @throws ProblemException if too much is waiting already
   */
  @Override
  public void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      throw ProblemException.later(503, 1, "too many requests are waiting", "try again soon");
    }
  }

  @Override
  public void close() {
    var _ = threads.shutdownNow();
  }
}
