package dev.swarm.tools.process;

import java.lang.foreign.MemorySegment;

/**
 * What processes need of the Linux kernel and Java has no method for: prctl(2), kill(2),
 * waitpid(2), clock_gettime(2). Any thread may call.
 */
final class Kernel {
  static final int SIGKILL = 9;
  static final int SIGTERM = 15;
  static final int SIGCONT = 18;

  private static final int SIGCHLD = 17;
  private static final int SIG_DFL = 0;
  private static final int PR_SET_CHILD_SUBREAPER = 36;
  private static final int WNOHANG = 1;
  private static final int CLOCK_BOOTTIME = 7;
  private static final long NANOS_PER_TICK = 10_000_000;

  private static final MemorySegment PRCTL = LibC.find("prctl");
  private static final MemorySegment KILL = LibC.find("kill");
  private static final MemorySegment WAITPID = LibC.find("waitpid");
  private static final MemorySegment CLOCK = LibC.find("clock_gettime");
  private static final MemorySegment SIGNAL = LibC.find("signal");

  private final Memory time = Memory.of(2 * Long.BYTES);

  /** Makes orphans of our programs ours, instead of the init process's; whether it worked. */
  boolean adoptOrphans() {
    return (int) LibC.call(PRCTL, PR_SET_CHILD_SUBREAPER, 1) == 0;
  }

  /** Has dead children kept until somebody waits for them, as the JDK does at its first process. */
  void keepDeadChildren() {
    long _ = LibC.call(SIGNAL, SIGCHLD, SIG_DFL);
  }

  /**
   * Sends a signal, to a whole group if {@code pid} is negative; a process that is gone is fine.
   */
  void signal(long pid, int signal) {
    long _ = LibC.call(KILL, pid, signal);
  }

  /** Takes a dead child off the process table, if it is dead; never waits. */
  void reap(long pid) {
    long _ = LibC.call(WAITPID, pid, 0, WNOHANG);
  }

  /**
   * The same, and what it died with.
   *
   * @param status where waitpid(2) puts that
   * @return the pid, 0 if it is alive, less if it is no child
   */
  int reap(long pid, Memory status) {
    return (int) LibC.call(WAITPID, pid, status.address(), WNOHANG);
  }

  /** The time since boot in 1/100 s, on the clock of {@link ProcessTable.Entry#startTicks}. */
  synchronized long nowTicks() {
    long _ = LibC.call(CLOCK, CLOCK_BOOTTIME, time.address());
    return 100 * time.bytes().getLong(0) + time.bytes().getLong(Long.BYTES) / NANOS_PER_TICK;
  }
}
