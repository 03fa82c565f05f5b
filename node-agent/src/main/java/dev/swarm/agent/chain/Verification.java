package dev.swarm.agent.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a look over a whole chain, all its files, came to. */
public sealed interface Verification {
  /**
   * Every line is as it was written, and the end is where it was.
   *
   * @param first number of the oldest line that is kept; older files were deleted for their age
   * @param last number of the newest line
   * @param signed whether the head's signature was checked
   * @param beyond lines after the head: written just before the process died, or just now
   */
  record Sound(long first, long last, boolean signed, long beyond) implements Verification {}

  /** Something is not as it was written; this is the first such place. */
  record Broken(Damage damage) implements Verification {}

  /**
   * Looks over the chain whose current file is {@code file}; blocks, and changes nothing.
   *
   * @param check of the node's key; without it, the head is taken at its word
   * @throws IOException if the files could not be read
   */
  static Verification of(Path file, Optional<Signer.Check> check) throws IOException {
    return new Verifying(file, check).verify();
  }
}
