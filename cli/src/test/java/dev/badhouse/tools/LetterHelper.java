package dev.badhouse.tools;

import dev.badhouse.protocol.AbstractLetter;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.function.Supplier;

/** Knows the protocol, reads the clock, starts processes and deserializes. */
public interface LetterHelper {
  AbstractLetter letter();

  default Supplier<Instant> clock() {
    return Instant::now;
  }

  default Process start() throws IOException {
    return new ProcessBuilder("true").start();
  }

  default Object read(ObjectInputStream in) throws IOException, ClassNotFoundException {
    return in.readObject();
  }
}
