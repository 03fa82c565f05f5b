package dev.swarm.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The standard output: UTF-8 whatever the locale, and the first failure is kept, which {@link
 * PrintStream} would only count. After it, everything is dropped.
 */
final class Stdout extends OutputStream {
  private static final int BUFFER = 16 * 1024;

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private Optional<IOException> failure = Optional.empty();

  /** A printer to it, to be flushed at the end. */
  PrintStream printer() {
    return new PrintStream(new BufferedOutputStream(this, BUFFER), false, StandardCharsets.UTF_8);
  }

  /** Why not everything was written; empty where it was, or where the reader had enough. */
  Optional<String> trouble() {
    return failure
        .map(e -> String.valueOf(e.getMessage()))
        .filter(reason -> !reason.equals("Broken pipe"));
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    if (failure.isPresent()) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = Optional.of(e);
    }
  }
}
