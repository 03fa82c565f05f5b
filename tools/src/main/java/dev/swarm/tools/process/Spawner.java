package dev.swarm.tools.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts programs by posix_spawn(3), without the JDK's helper and the threads it takes: one thread
 * starts them all, reads what they write and reaps them, and waits for nothing but news of them. It
 * lives as long as the process, since bwrap's {@code --die-with-parent} means the thread that
 * started it.
 *
 * <p>For Linux from 5.3 on, with glibc from 2.34 on, on the processors that we know.
 */
final class Spawner implements Starter {
  private static final int THREAD_STACK_BYTES = 256 * 1024;
  private static final int FOREVER = -1;

  /** How often a program is asked whether it lives, where the kernel does not tell us. */
  private static final int ASKING_MILLIS = 10;

  private static final long AFTER_ERROR_NANOS = 1_000_000;

  private static Optional<Spawner> ofThisProcess = Optional.empty();
  private static boolean tried;

  private final Gear gear;
  private final Queue<Watch> ordered = new ConcurrentLinkedQueue<>();
  private final List<Watch> watched = new ArrayList<>();
  private final PollSet set = new PollSet();
  private final Bell bell;

  private Spawner() {
    Kernel kernel = new Kernel();
    kernel.keepDeadChildren();
    this.gear = Gear.of(kernel);
    this.bell = new Bell();
  }

  /** The one of this process, if it has one already. */
  static synchronized Optional<Spawner> inForce() {
    return ofThisProcess;
  }

  /** The one of this process; empty where the machine or the JVM does not allow it. */
  static synchronized Optional<Spawner> ifPossible() {
    if (!tried) {
      tried = true;
      ofThisProcess = load();
    }
    return ofThisProcess;
  }

  private static Optional<Spawner> load() {
    if (!System.getProperty("os.name").equals("Linux")
        || !List.of("amd64", "aarch64").contains(System.getProperty("os.arch"))) {
      return Optional.empty();
    }
    try {
      return closesFiles() && tellsOfProcesses()
          ? Optional.of(begun(new Spawner()))
          : Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** On Linux before 5.9 the C library looks there for what is to be closed. */
  private static boolean closesFiles() {
    return Files.isDirectory(Path.of("/proc/self/fd"));
  }

  /** Not before Linux 5.3, nor where a filter of system calls forbids it. */
  private static boolean tellsOfProcesses() {
    int self = Descriptors.ofProcess(ProcessHandle.current().pid());
    if (self == Descriptors.NONE) {
      return false;
    }
    Descriptors.close(self);
    return true;
  }

  private static Spawner begun(Spawner spawner) {
    Thread thread = new Thread(null, spawner::work, "programs", THREAD_STACK_BYTES, false);
    thread.setDaemon(true);
    thread.start();
    return spawner;
  }

  @Override
  public Running start(Launch launch) {
    Spawned spawned = new Spawned(launch.cap());
    try {
      ordered.add(new Watch(launch, new EncodedLaunch(launch), spawned));
      bell.ring();
    } catch (IllegalArgumentException e) {
      launch.afterwards().run();
      spawned.tellDrained();
      spawned.tellFailed(e);
    }
    return spawned;
  }

  private void work() {
    while (true) {
      try {
        turn();
      } catch (RuntimeException | Error e) {
        LockSupport.parkNanos(AFTER_ERROR_NANOS); // whose it was has been told; the others go on
      }
    }
  }

  /** One start a turn, so that a program that ends does not wait for others to start. */
  private void turn() {
    await();
    for (int n = 0; n < watched.size(); n++) {
      watched.get(n).look(set, Bell.FILES + Watch.FILES * n, gear);
    }
    watched.removeIf(Watch::over);
    Watch next = ordered.poll();
    if (next != null) {
      watched.add(next);
      next.begin(gear);
    }
  }

  private void await() {
    set.clear();
    bell.enlist(set);
    watched.forEach(one -> one.enlist(set));
    if (!set.await(patience())) {
      LockSupport.parkNanos(AFTER_ERROR_NANOS);
    }
    bell.silence(set, 0);
  }

  private int patience() {
    if (!ordered.isEmpty()) {
      return 0;
    }
    return watched.stream().anyMatch(Watch::unwatched) ? ASKING_MILLIS : FOREVER;
  }
}
