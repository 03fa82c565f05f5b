package dev.swarm.router.exchange;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a body that a server compressed although it was asked not to. Piece by piece, so that
 * whoever takes the output can stop a bomb after any 16 kB of it; the native memory is given back
 * by {@link #close}.
 */
final class Inflation implements AutoCloseable {
  private static final int WINDOW = 16 * 1024;

  /** Takes what was unpacked, and says whether it wants more. */
  interface Taker {
    boolean take(byte[] bytes, int length);
  }

  private final boolean gzip;
  private final ByteArrayOutputStream start = new ByteArrayOutputStream();
  private final byte[] window = new byte[WINDOW];
  private Optional<Inflater> inflater = Optional.empty();

  private Inflation(boolean gzip) {
    this.gzip = gzip;
  }

  /** For {@code gzip} and {@code deflate}; empty for an encoding that nobody here reads. */
  static Optional<Inflation> of(String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> Optional.of(new Inflation(true));
      case "deflate" -> Optional.of(new Inflation(false));
      default -> Optional.empty();
    };
  }

  /**
   * Unpacks the next piece.
   *
   * @throws DataFormatException if it is not what the encoding says
   */
  void inflate(byte[] piece, Taker taker) throws DataFormatException {
    if (inflater.isPresent()) {
      run(inflater.get(), piece, 0, taker);
      return;
    }
    start.write(piece, 0, piece.length);
    var bytes = start.toByteArray();
    var header = gzip ? GzipHeader.length(bytes) : deflateHeader(bytes);
    if (header >= 0) {
      var opened = new Inflater(gzip || !zlib(bytes));
      inflater = Optional.of(opened);
      run(opened, bytes, header, taker);
    }
  }

  @Override
  public void close() {
    inflater.ifPresent(Inflater::end);
  }

  private void run(Inflater open, byte[] bytes, int from, Taker taker) throws DataFormatException {
    open.setInput(bytes, from, bytes.length - from);
    while (!open.finished() && !open.needsInput()) {
      var length = open.inflate(window);
      if (open.needsDictionary()) {
        throw new DataFormatException("it needs a dictionary");
      }
      if (length > 0 && !taker.take(window, length)) {
        return;
      }
    }
  }

  private static int deflateHeader(byte[] bytes) {
    return bytes.length < 2 ? -1 : 0;
  }

  /** RFC 1950: method 8, and the first two bytes a multiple of 31; many servers send RFC 1951. */
  private static boolean zlib(byte[] bytes) {
    return (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
  }
}
