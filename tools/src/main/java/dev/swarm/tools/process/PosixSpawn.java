package dev.swarm.tools.process;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * Starts a process by posix_spawn(3) of glibc 2.34 and later, which runs no file by a shell: in a
 * session of its own, with no signal blocked, ignored or caught, and with the three standard
 * streams only. The JDK's own files and sockets do not all close when a program starts, so without
 * {@code closefrom} this cannot be used. Called by one thread.
 */
final class PosixSpawn {
  private static final MemorySegment SPAWN = LibC.find("posix_spawn");
  private static final MemorySegment BEGIN = LibC.find("posix_spawn_file_actions_init");
  private static final MemorySegment DUP = LibC.find("posix_spawn_file_actions_adddup2");
  private static final MemorySegment OPEN = LibC.find("posix_spawn_file_actions_addopen");
  private static final MemorySegment CHDIR = LibC.find("posix_spawn_file_actions_addchdir_np");
  private static final MemorySegment CLOSE_FROM =
      LibC.find("posix_spawn_file_actions_addclosefrom_np");
  private static final MemorySegment END = LibC.find("posix_spawn_file_actions_destroy");

  private static final int SETSIGDEF = 0x04;
  private static final int SETSIGMASK = 0x08;
  private static final int SETSID = 0x80;

  /** Of sigset_t; the other two are larger than glibc's structures (336 and 80 bytes). */
  private static final int SIGNAL_SET_BYTES = 128;

  private static final int ATTRIBUTES_BYTES = 512;
  private static final int ACTIONS_BYTES = 256;

  private final Memory attributes = attributes();
  private final Memory actions = Memory.of(ACTIONS_BYTES);
  private final Memory nothing = text("/dev/null");
  private final Memory pid = Memory.of(Integer.BYTES);
  private final ArgumentBlock arguments = new ArgumentBlock();

  /**
   * Starts a process; returns when the program is in it.
   *
   * @param stdout the end of a pipe, made before the other
   * @param stderr not 1, which is the program's stdout by then
   * @return its pid
   */
  long start(EncodedLaunch launch, int stdout, int stderr) throws StartFailure {
    arguments.write(launch);
    check(LibC.call(BEGIN, actions.address()));
    try {
      act(stdout, stderr);
      check(
          LibC.call(
              SPAWN,
              pid.address(),
              arguments.program(),
              actions.address(),
              attributes.address(),
              arguments.argv(),
              arguments.environment()));
      return pid.bytes().getInt(0);
    } finally {
      long _ = LibC.call(END, actions.address());
    }
  }

  /** What the child does before the program is in it, in this order. */
  private void act(int stdout, int stderr) throws StartFailure {
    long list = actions.address();
    check(LibC.call(DUP, list, stdout, 1));
    check(LibC.call(DUP, list, stderr, 2));
    check(LibC.call(OPEN, list, 0, nothing.address(), 0, 0, 0));
    check(LibC.call(CHDIR, list, arguments.workDirectory()));
    check(LibC.call(CLOSE_FROM, list, 3));
  }

  private static void check(long result) throws StartFailure {
    int errno = (int) result;
    if (errno != 0) {
      throw StartFailure.of(errno);
    }
  }

  private static Memory attributes() {
    Memory attributes = Memory.of(ATTRIBUTES_BYTES);
    Memory none = Memory.of(SIGNAL_SET_BYTES);
    Memory all = Memory.of(SIGNAL_SET_BYTES);
    for (int word = 0; word < SIGNAL_SET_BYTES; word += Long.BYTES) {
      all.bytes().putLong(word, -1);
    }
    set(LibC.call(LibC.find("posix_spawnattr_init"), attributes.address()));
    set(LibC.call(LibC.find("posix_spawnattr_setsigmask"), attributes.address(), none.address()));
    set(LibC.call(LibC.find("posix_spawnattr_setsigdefault"), attributes.address(), all.address()));
    set(
        LibC.call(
            LibC.find("posix_spawnattr_setflags"),
            attributes.address(),
            SETSIGDEF | SETSIGMASK | SETSID));
    return attributes;
  }

  private static void set(long result) {
    if ((int) result != 0) {
      throw new UnsupportedOperationException("posix_spawn(3) refuses error " + (int) result);
    }
  }

  private static Memory text(String text) {
    Memory memory = Memory.of(text.length() + 1);
    memory.bytes().put(0, text.getBytes(StandardCharsets.US_ASCII));
    return memory;
  }
}
