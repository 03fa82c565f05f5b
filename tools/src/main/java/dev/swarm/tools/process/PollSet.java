package dev.swarm.tools.process;

/** Files to wait for: an array of struct pollfd, 8 bytes each (poll(2)). Used by one thread. */
final class PollSet {
  private static final int BYTES = 8;
  private static final int EVENTS = 4;
  private static final int HAPPENED = 6;
  private static final int FIRST_ROOM = 32;

  private static final short POLLIN = 1;

  /** POLLERR, POLLHUP, POLLNVAL: nothing more will come. */
  private static final int LAST = 0x08 | 0x10 | 0x20;

  private Memory memory = Memory.of(BYTES * FIRST_ROOM);
  private int count;

  void clear() {
    count = 0;
  }

  /** Adds a file, {@link Descriptors#NONE} too, which never has news. */
  void add(int file) {
    if (BYTES * (count + 1) > memory.bytes().capacity()) {
      grow();
    }
    int at = BYTES * count++;
    memory
        .bytes()
        .putInt(at, file)
        .putShort(at + EVENTS, POLLIN)
        .putShort(at + HAPPENED, (short) 0);
  }

  /** Waits until one has news, or for so long; less than 0 milliseconds is forever. */
  boolean await(int millis) {
    return Descriptors.poll(memory, count, millis) >= 0;
  }

  /** Whether the file that was added as the {@code n}th, from 0 on, has news. */
  boolean hasNews(int n) {
    return memory.bytes().getShort(BYTES * n + HAPPENED) != 0;
  }

  /** Whether what can be read from it now is the last. */
  boolean isLast(int n) {
    return (memory.bytes().getShort(BYTES * n + HAPPENED) & LAST) != 0;
  }

  private void grow() {
    Memory larger = Memory.of(2 * memory.bytes().capacity());
    larger.bytes().put(0, memory.bytes(), 0, BYTES * count);
    memory = larger;
  }
}
