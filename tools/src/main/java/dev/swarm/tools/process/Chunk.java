package dev.swarm.tools.process;

/** Room for what one read(2) brings; as much as a pipe holds. Used by one thread. */
final class Chunk {
  private static final int BYTES = 64 * 1024;

  private final Memory memory = Memory.of(BYTES);
  private final byte[] bytes = new byte[BYTES];

  /** Reads once; how many bytes came, 0 at the end, less if there are none now. */
  int readInto(Capture capture, int file) {
    int read = Descriptors.read(file, memory);
    if (read > 0) {
      memory.bytes().get(0, bytes, 0, read);
      capture.add(bytes, read);
    }
    return read;
  }
}
