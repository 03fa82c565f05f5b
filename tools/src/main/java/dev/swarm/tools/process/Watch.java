package dev.swarm.tools.process;

import java.util.Optional;

/**
 * A program as the thread of {@link Spawner} sees it, which alone uses this: started, read from
 * until nothing more can come, reaped. What fails here is told to this program's caller.
 */
final class Watch {
  /**
   * How many files are waited for: the process first, so that its end is not seen before theirs.
   */
  static final int FILES = 3;

  private final Launch launch;
  private final EncodedLaunch encoded;
  private final Spawned told;
  private final Outlet stdout;
  private final Outlet stderr;
  private Optional<OwnChild> child = Optional.empty();
  private int process = Descriptors.NONE;
  private boolean over;

  Watch(Launch launch, EncodedLaunch encoded, Spawned told) {
    this.launch = launch;
    this.encoded = encoded;
    this.told = told;
    this.stdout = new Outlet(told.stdout());
    this.stderr = new Outlet(told.stderr());
  }

  /** Starts it. */
  void begin(Gear gear) {
    try {
      start(gear);
    } catch (StartFailure | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Adds its {@link #FILES}. */
  void enlist(PollSet set) {
    set.add(process);
    set.add(stdout.reading());
    set.add(stderr.reading());
  }

  /** Deals with what happened to its files, the first of which was added as the {@code n}th. */
  void look(PollSet set, int n, Gear gear) {
    try {
      take(stdout, set, n + 1, gear);
      take(stderr, set, n + 2, gear);
      if (set.hasNews(n) || unwatched()) {
        reap(gear);
      }
      tell();
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** Whether the kernel tells us nothing of its end, so that we have to ask. */
  boolean unwatched() {
    return process == Descriptors.NONE && child.filter(OwnChild::alive).isPresent();
  }

  /** Whether there is nothing more to do. */
  boolean over() {
    return over && child.filter(OwnChild::alive).isEmpty();
  }

  private void start(Gear gear) throws StartFailure {
    if (!stdout.open(gear.ends()) || !stderr.open(gear.ends())) {
      throw StartFailure.of(new IllegalStateException("no pipe could be made"));
    }
    long pid = gear.spawn().start(encoded, stdout.writing(), stderr.writing());
    var started = new OwnChild(pid, gear.kernel());
    child = Optional.of(started);
    launch.started().accept(pid);
    stdout.closeWriting();
    stderr.closeWriting();
    process = Descriptors.ofProcess(pid);
    told.tellStarted(started);
  }

  private static void take(Outlet outlet, PollSet set, int n, Gear gear) {
    if (outlet.open() && set.hasNews(n)) {
      outlet.take(gear.chunk(), set.isLast(n));
    }
  }

  private void reap(Gear gear) {
    OwnChild one = child.orElseThrow();
    if (!one.reap(gear.status())) {
      return;
    }
    if (process != Descriptors.NONE) {
      Descriptors.close(process);
      process = Descriptors.NONE;
    }
    if (one.exit() == OwnChild.LOST) {
      throw new IllegalStateException("its exit status is lost");
    }
  }

  /** Of the common end, of program and streams together, the caller is told once. */
  private void tell() {
    Optional<OwnChild> ended = child.filter(one -> !one.alive());
    if (ended.isPresent() && !stdout.open() && !stderr.open()) {
      finish();
    }
    ended.ifPresent(told::tellEnded);
  }

  private void finish() {
    if (!over) {
      over = true;
      try {
        launch.afterwards().run();
      } finally {
        told.tellDrained();
      }
    }
  }

  /** It must not live on if it cannot be watched; then all that is left to do is to reap it. */
  private void fail(Throwable why) {
    child.ifPresent(OwnChild::kill);
    stdout.close();
    stderr.close();
    try {
      finish();
    } finally {
      told.tellFailed(why);
    }
  }
}
