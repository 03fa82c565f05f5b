package dev.swarm.tools.host;

import dev.swarm.tools.process.Capture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a regular file; of one that is larger than the cap, its head and its tail. */
final class WholeFile {
  private static final int CHUNK = 8 * 1024;

  /** Files of the kernel have no size; of one without end, reading stops at so many caps. */
  private static final int CAPS_READ_AT_MOST = 4;

  private WholeFile() {}

  static Output read(Path file, int cap) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new FileSystemException(file.toString(), null, "it is a directory");
    }
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(file.toString(), null, "it is a pipe, a socket or a device");
    }
    Capture capture = new Capture(cap);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      int half = cap - cap / 2;
      if (attributes.size() > cap) {
        copy(channel, capture, half);
        capture.skip(attributes.size() - cap);
        channel.position(attributes.size() - cap / 2);
        copy(channel, capture, cap / 2);
      } else {
        copy(channel, capture, (long) CAPS_READ_AT_MOST * cap);
      }
    }
    return capture.output();
  }

  private static void copy(SeekableByteChannel from, Capture into, long atMost) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long left = atMost; left > 0; ) {
      chunk.clear().limit((int) Math.min(CHUNK, left));
      int read = from.read(chunk);
      if (read < 0) {
        return;
      }
      into.add(chunk.array(), read);
      left -= read;
    }
  }
}
