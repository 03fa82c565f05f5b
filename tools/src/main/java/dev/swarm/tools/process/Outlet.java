package dev.swarm.tools.process;

/** A pipe out of a program, and what came through it. Used by the thread of {@link Spawner}. */
final class Outlet {
  private final Capture capture;
  private int reading = Descriptors.NONE;
  private int writing = Descriptors.NONE;

  Outlet(Capture capture) {
    this.capture = capture;
  }

  /** Makes the pipe; whether there is one. */
  boolean open(Memory ends) {
    if (!Descriptors.pipe(ends)) {
      return false;
    }
    reading = ends.bytes().getInt(0);
    writing = ends.bytes().getInt(Integer.BYTES);
    return true;
  }

  /** The end from which we read; {@link Descriptors#NONE} when nothing more can come. */
  int reading() {
    return reading;
  }

  /** The end that the program gets. */
  int writing() {
    return writing;
  }

  boolean open() {
    return reading != Descriptors.NONE;
  }

  /** The program has its end now, or never will. */
  void closeWriting() {
    if (writing != Descriptors.NONE) {
      Descriptors.close(writing);
      writing = Descriptors.NONE;
    }
  }

  void close() {
    closeWriting();
    if (open()) {
      Descriptors.close(reading);
      reading = Descriptors.NONE;
    }
  }

  /**
   * Takes what is there: one chunk while somebody can write, so that a flood holds up no other
   * program, and else all, which is no more than a pipe holds.
   */
  void take(Chunk chunk, boolean last) {
    int read = chunk.readInto(capture, reading);
    while (last && read > 0) {
      read = chunk.readInto(capture, reading);
    }
    if (read == 0 || last) {
      close();
    }
  }
}
