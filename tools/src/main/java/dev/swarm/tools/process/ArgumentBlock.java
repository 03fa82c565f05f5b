package dev.swarm.tools.process;

import java.util.List;

/**
 * The arguments of exec(2) as C wants them: two arrays of pointers, each with a null behind it, and
 * the texts, each with a NUL behind it. Used again and again, by one thread.
 */
final class ArgumentBlock {
  private static final int USUAL_BYTES = 4096;

  private Memory memory = Memory.of(USUAL_BYTES);
  private int pointer;
  private int text;
  private int environment;
  private long workDirectory;

  /** Puts a launch in the place of what was there. */
  void write(EncodedLaunch launch) {
    int pointers = Long.BYTES * (launch.argv().size() + launch.environment().size() + 2);
    int bytes =
        pointers
            + bytes(launch.argv())
            + bytes(launch.environment())
            + launch.workDirectory().length
            + 1;
    if (memory.bytes().capacity() < bytes) {
      memory = Memory.of(bytes);
    }
    pointer = 0;
    text = pointers;
    writeAll(launch.argv());
    environment = pointer;
    writeAll(launch.environment());
    workDirectory = write(launch.workDirectory());
  }

  /** The first argument: an absolute path. */
  long program() {
    return memory.bytes().getLong(0);
  }

  long argv() {
    return memory.address();
  }

  long environment() {
    return memory.address() + environment;
  }

  long workDirectory() {
    return workDirectory;
  }

  private void writeAll(List<byte[]> texts) {
    for (byte[] one : texts) {
      point(write(one));
    }
    point(0);
  }

  private void point(long address) {
    memory.bytes().putLong(pointer, address);
    pointer += Long.BYTES;
  }

  private long write(byte[] one) {
    long address = memory.address() + text;
    memory.bytes().put(text, one).put(text + one.length, (byte) 0);
    text += one.length + 1;
    return address;
  }

  private static int bytes(List<byte[]> texts) {
    return texts.stream().mapToInt(one -> one.length + 1).sum();
  }
}
