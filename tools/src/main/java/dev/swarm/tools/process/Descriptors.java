package dev.swarm.tools.process;

import java.lang.foreign.MemorySegment;

/**
 * File descriptors, as the kernel counts them; all that are made here close when a program starts.
 */
final class Descriptors {
  /** No file has this number, and poll(2) passes over it. */
  static final int NONE = -1;

  private static final int O_CLOEXEC = 0x80000;
  private static final int O_NONBLOCK = 0x800;
  private static final int F_SETFL = 4;

  /** The number of this call is the same on every kind of processor. */
  private static final int SYS_PIDFD_OPEN = 434;

  private static final MemorySegment PIPE = LibC.find("pipe2");
  private static final MemorySegment FCNTL = LibC.find("fcntl");
  private static final MemorySegment READ = LibC.find("read");
  private static final MemorySegment WRITE = LibC.find("write");
  private static final MemorySegment CLOSE = LibC.find("close");
  private static final MemorySegment POLL = LibC.find("poll");
  private static final MemorySegment EVENTFD = LibC.find("eventfd");
  private static final MemorySegment SYSCALL = LibC.find("syscall");

  private Descriptors() {}

  /**
   * Makes a pipe, whose reading end does not block.
   *
   * @param ends where the two numbers are put, the reading one first
   * @return whether there is one
   */
  static boolean pipe(Memory ends) {
    if ((int) LibC.call(PIPE, ends.address(), O_CLOEXEC) != 0) {
      return false;
    }
    long _ = LibC.call(FCNTL, ends.bytes().getInt(0), F_SETFL, O_NONBLOCK);
    return true;
  }

  /** How many bytes were read; 0 at the end, less if there are none now. */
  static int read(int file, Memory into) {
    return (int) LibC.call(READ, file, into.address(), into.bytes().capacity());
  }

  static void close(int file) {
    long _ = LibC.call(CLOSE, file);
  }

  /** Waits until one of the files has news, or for so long; less than 0 milliseconds is forever. */
  static int poll(Memory files, int count, int millis) {
    return (int) LibC.call(POLL, files.address(), count, millis);
  }

  /** A bell: it has news once somebody has {@linkplain #ring rung}, until it is read. */
  static int bell() {
    return (int) LibC.call(EVENTFD, 0, O_CLOEXEC | O_NONBLOCK);
  }

  /**
   * Rings a bell.
   *
   * @param one holds a long 1
   */
  static void ring(int bell, Memory one) {
    long _ = LibC.call(WRITE, bell, one.address(), Long.BYTES);
  }

  /** A file that has news when a process is dead; {@link #NONE} if the kernel gives none. */
  static int ofProcess(long pid) {
    return Math.max(NONE, (int) LibC.call(SYSCALL, SYS_PIDFD_OPEN, pid));
  }
}
