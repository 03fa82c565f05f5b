package dev.swarm.tools.process;

import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A process that we wait for ourselves. It is taken off the process table and signalled under one
 * lock, so that no signal ever goes to another that got its pid.
 */
final class OwnChild implements Child {
  /** Exit status of a process that somebody else has waited for. */
  static final int LOST = -1;

  private final long pid;
  private final Kernel kernel;
  private boolean alive = true;
  private int exit = LOST;

  OwnChild(long pid, Kernel kernel) {
    this.pid = pid;
    this.kernel = kernel;
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public synchronized boolean alive() {
    return alive;
  }

  @Override
  public void terminate() {
    ifThere(one -> kernel.signal(one, Kernel.SIGTERM));
  }

  @Override
  public void kill() {
    ifThere(one -> kernel.signal(one, Kernel.SIGKILL));
  }

  @Override
  public synchronized void ifThere(LongConsumer use) {
    if (alive) {
      use.accept(pid);
    }
  }

  @Override
  public synchronized Optional<ProcessHandle> handle() {
    return alive ? ProcessHandle.of(pid) : Optional.empty();
  }

  /** The exit status, 128 plus the number of a signal, or {@link #LOST}. */
  synchronized int exit() {
    return exit;
  }

  /** Takes it off the process table if it is dead; whether it is off. */
  synchronized boolean reap(Memory status) {
    if (alive) {
      int reaped = kernel.reap(pid, status);
      alive = reaped == 0;
      if (reaped > 0) {
        exit = exit(status.bytes().getInt(0));
      }
    }
    return !alive;
  }

  /** As wait(2) tells: the signal in the lowest seven bits, the program's own number above. */
  private static int exit(int status) {
    int signal = status & 0x7F;
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal;
  }
}
