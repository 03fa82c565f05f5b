package dev.swarm.agent.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one file of a chain, line by line, and says where it breaks. A last line without its line
 * feed is not damage: it was being written when the process died, and nobody was told that it is
 * there.
 */
final class ChainReading {
  private final String file;
  private final Link watched;
  private final Consumer<String> bodies;
  private Link before;
  private Link end;
  private boolean passed;
  private long lines;
  private long whole;
  private long torn;
  private Optional<Damage> damage = Optional.empty();

  private ChainReading(Path file, Link before, Link watched, Consumer<String> bodies) {
    this.file = String.valueOf(file.getFileName());
    this.before = before;
    this.end = before;
    this.watched = watched;
    this.bodies = bodies;
  }

  /**
   * Reads {@code file}; one that is missing is empty.
   *
   * @param before the end that its first line has to follow, unless that line says itself which
   * @param bodies hears each line's body, in order; after damage, of those that can still be read
   */
  static ChainReading of(Path file, Link before, Consumer<String> bodies) throws IOException {
    return watching(file, before, Link.START, bodies);
  }

  /** The same, on the look-out for where the chain may once have ended. */
  static ChainReading watching(Path file, Link before, Link watched, Consumer<String> bodies)
      throws IOException {
    var reading = new ChainReading(file, before, watched, bodies);
    if (Files.exists(file)) {
      try (var in = Files.newInputStream(file)) {
        reading.read(in);
      }
    }
    return reading;
  }

  private void read(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    var chunk = new byte[1 << 16];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      int from = 0;
      for (int at = 0; at < length; at++) {
        if (chunk[at] == '\n') {
          line.write(chunk, from, at - from);
          line(line.toByteArray());
          whole += line.size() + 1L;
          line.reset();
          from = at + 1;
        }
      }
      line.write(chunk, from, length - from);
    }
    torn = line.size();
  }

  private void line(byte[] bytes) {
    lines++;
    try {
      said(Link.read(bytes), bytes);
    } catch (Link.BrokenLineException _) {
      broken(Damage.Kind.ALTERED, "it is no line of a chain");
    }
  }

  private void said(Link.Said said, byte[] bytes) {
    if (lines == 1) {
      before = Carried.before(said).orElse(before);
      end = before;
    }
    var expected = end.next(said.body());
    boolean exact = Arrays.equals(bytes, expected.line(said.body()).getBytes(UTF_8));
    if (!exact) {
      broken(said, expected.number());
    }
    end = new Link(said.number(), said.chain());
    passed |= end.equals(watched);
    bodies.accept(said.body());
  }

  private void broken(Link.Said said, long expected) {
    if (said.number() == expected) {
      broken(Damage.Kind.ALTERED, "its hash does not fit what it and the lines before it say");
    } else if (said.number() > expected) {
      broken(
          Damage.Kind.DROPPED, "it is number " + said.number() + ", and " + expected + " is due");
    } else {
      broken(
          Damage.Kind.SWAPPED, "it is number " + said.number() + ", and " + expected + " is due");
    }
  }

  /** The first break is told; what follows may only be its echo. */
  private void broken(Damage.Kind kind, String detail) {
    if (damage.isEmpty()) {
      damage = Optional.of(new Damage(file, lines, kind, detail));
    }
  }

  /** What the first line follows: as it says itself, or as was said of it. */
  Link before() {
    return before;
  }

  /** Whether the chain came by what was watched for. */
  boolean passed() {
    return passed;
  }

  /** After the last whole line. */
  Link end() {
    return end;
  }

  long lines() {
    return lines;
  }

  /** Bytes of whole lines. */
  long whole() {
    return whole;
  }

  /** Bytes of a last line that has no end. */
  long torn() {
    return torn;
  }

  Optional<Damage> damage() {
    return damage;
  }
}
