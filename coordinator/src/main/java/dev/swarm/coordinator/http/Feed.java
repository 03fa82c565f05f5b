package dev.swarm.coordinator.http;

import dev.swarm.coordinator.store.EventLog;
import dev.swarm.coordinator.store.Placed;
import dev.swarm.coordinator.store.Registration;
import dev.swarm.coordinator.store.StoreException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows the log and wakes whoever reads it. It pulls, on a thread of its own: the store is only
 * ever told that it may go on.
 */
final class Feed implements AutoCloseable {
  private static final int AT_ONCE = 500;

  /** Another process may write to the same store. */
  private static final long LOOK_SECONDS = 2;

  /** What happens within so many ms is told together: a write for each event and reader is dear. */
  private static final long GATHER = 40;

  private final EventLog log;
  private final Ring ring;
  private final Consumer<Placed> follower;
  private final Set<Runnable> wakes = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private final Registration registration;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * Begins with what is committed from now on.
   *
   * @param follower hears of each event before any reader does
   */
  Feed(EventLog log, Consumer<Placed> follower) {
    this.log = log;
    this.ring = new Ring(log.newest());
    this.follower = follower;
    this.registration = log.onCommit(_ -> news.release());
    this.thread = Thread.ofPlatform().daemon().name("swarm-http-feed").start(this::follow);
  }

  Ring ring() {
    return ring;
  }

  /** Older events, from the log; blocks. */
  List<Placed> after(long position, int limit) {
    return log.after(position, limit);
  }

  /** Where the log begins; blocks. */
  long oldest() {
    return log.oldest();
  }

  /** Runs {@code wake} whenever there is something new; it must return at once. */
  Registration onNews(Runnable wake) {
    wakes.add(wake);
    return () -> {
      boolean _ = wakes.remove(wake);
    };
  }

  private void follow() {
    while (isOpen()) {
      try {
        boolean _ = news.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
        int _ = news.drainPermits();
        pull();
        boolean _ = closing.await(GATHER, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      } catch (StoreException e) {
        // the store says what is wrong with it; there may be more to read later
      }
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void pull() {
    var more = log.after(ring.newest(), AT_ONCE);
    while (!more.isEmpty() && isOpen()) {
      for (var placed : more) {
        follower.accept(placed);
        ring.add(Told.of(placed));
      }
      wakes.forEach(Runnable::run);
      more = more.size() < AT_ONCE ? List.of() : log.after(ring.newest(), AT_ONCE);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    registration.close();
    thread.interrupt();
  }
}
