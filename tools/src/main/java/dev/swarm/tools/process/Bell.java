package dev.swarm.tools.process;

/** Wakes the thread that waits for news of files; any thread may ring. */
final class Bell {
  /** How many files are waited for. */
  static final int FILES = 1;

  private final int file = made();
  private final Memory one = Memory.of(Long.BYTES);
  private final Memory heard = Memory.of(Long.BYTES);

  Bell() {
    one.bytes().putLong(0, 1);
  }

  void ring() {
    Descriptors.ring(file, one);
  }

  void enlist(PollSet set) {
    set.add(file);
  }

  /** Ends the ringing, if there is any; the file was added as the {@code n}th. */
  void silence(PollSet set, int n) {
    if (set.hasNews(n)) {
      int _ = Descriptors.read(file, heard);
    }
  }

  private static int made() {
    int file = Descriptors.bell();
    if (file == Descriptors.NONE) {
      throw new UnsupportedOperationException("eventfd(2) is refused");
    }
    return file;
  }
}
