package dev.swarm.router.waiting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Time that passes only when everybody waits: it goes straight to the moment for which the first of
 * them waits. Hours of load are simulated in moments, and no test depends on the machine's speed.
 * The threads that take part are those that {@link #together} starts.
 */
public final class SimulatedTime implements InstantSource, Bells {
  private final TreeSet<SimulatedBell> waiting =
      new TreeSet<>(
          Comparator.comparing((SimulatedBell bell) -> bell.until)
              .thenComparingLong(bell -> bell.number));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long numbers;
  private int running;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public Bell hang(ReentrantLock lock) {
    return new SimulatedBell(lock);
  }

  /** Lets {@code time} pass for the thread that calls. */
  public void sleep(Duration time) throws InterruptedException {
    pause(time, this);
  }

  /** Runs {@code work} alone. */
  public <T> T alone(Callable<T> work) {
    return together(List.of(work)).getFirst();
  }

  /** Runs all of it at once, each on a thread of its own, and waits for the end of all. */
  public <T> List<T> together(List<? extends Callable<T>> works) {
    var tasks = new ArrayList<FutureTask<T>>();
    begin(works.size());
    for (var work : works) {
      var task = new FutureTask<T>(work);
      tasks.add(task);
      var _ =
          Thread.startVirtualThread(() -> {
            task.run();
            end();
          });
    }
    return tasks.stream().map(SimulatedTime::result).toList();
  }

  /** Interrupts {@code thread}, which waits; the time stands still until it has seen that. */
  public synchronized void interrupt(Thread thread) {
    waiting.stream()
        .filter(bell -> bell.waiter.filter(thread::equals).isPresent())
        .findFirst()
        .ifPresent(bell -> {
          waiting.remove(bell);
          running++;
        });
    thread.interrupt();
  }

  private static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private synchronized void begin(int threads) {
    running += threads;
  }

  private synchronized void end() {
    running--;
    pass();
  }

  /** If everybody waits, the first of them has waited long enough. */
  private void pass() {
    if (running > 0 || waiting.isEmpty()) {
      return;
    }
    var first = waiting.first();
    if (first.until.isAfter(now)) {
      now = first.until;
    }
    first.wake();
  }

  /** Guarded by the time it belongs to. */
  private final class SimulatedBell implements Bell {
    private final ReentrantLock lock;
    private final Semaphore woken = new Semaphore(0);
    private final long number;
    private Instant until = Instant.MAX;
    private Optional<Thread> waiter = Optional.empty();
    private boolean rung;

    SimulatedBell(ReentrantLock lock) {
      this.lock = lock;
      synchronized (SimulatedTime.this) {
        number = numbers++;
      }
    }

    @Override
    public void await(Duration atMost) throws InterruptedException {
      synchronized (SimulatedTime.this) {
        if (rung) {
          rung = false;
          return;
        }
        until = now.plus(atMost);
        waiter = Optional.of(Thread.currentThread());
        waiting.add(this);
        running--;
        pass();
      }
      lock.unlock();
      try {
        woken.acquire();
      } catch (InterruptedException e) {
        gaveUp();
        throw e;
      } finally {
        lock.lock();
      }
    }

    private void gaveUp() {
      synchronized (SimulatedTime.this) {
        if (waiting.remove(this)) {
          running++;
        }
      }
    }

    @Override
    public void ring() {
      synchronized (SimulatedTime.this) {
        if (waiting.contains(this)) {
          wake();
        } else {
          rung = true;
        }
      }
    }

    private void wake() {
      waiting.remove(this);
      running++;
      woken.release();
    }
  }
}
