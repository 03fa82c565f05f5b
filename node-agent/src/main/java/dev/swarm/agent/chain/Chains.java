package dev.swarm.agent.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens chains on disk. */
public final class Chains {
  private Chains() {}

  /**
   * A chain that was opened.
   *
   * @param torn bytes of a last line that was being written when the process before died; they have
   *     been cut off
   */
  public record Opened(ChainedLog log, long torn) {}

  /** What is in a chain's current file. */
  public record Contents(List<String> bodies, Optional<Damage> damage) {
    public Contents {
      bodies = List.copyOf(bodies);
    }
  }

  /** Reads all there is, damaged or not; nothing is changed. */
  public static Contents read(Path file) throws IOException {
    var bodies = new ArrayList<String>();
    var reading = reading(file, bodies::add);
    return new Contents(bodies, reading.damage());
  }

  /**
   * Reads the whole of a chain over many files, oldest first, damaged or not.
   *
   * @param bodies hears each line's body, as far as it can be read
   */
  public static void readAll(Path file, Consumer<String> bodies) throws IOException {
    for (var one : new Rotated(file).withCurrent()) {
      var _ = reading(one, bodies);
    }
  }

  /** Goes on with the one file of a chain that is whole; makes it if it is missing. */
  public static Opened open(Path file) throws IOException {
    mend(file);
    var reading = reading(file, _ -> {});
    var opened = ChainFile.open(file, Keeping.ONE_FILE, Optional.empty(), reading);
    return new Opened(ChainedLog.on(opened), reading.torn());
  }

  /**
   * Goes on with a chain over many files. One whose current file is damaged goes on in a new file,
   * and the damage stays where it can be seen.
   *
   * @param signer signs how far the chain goes
   * @return with the damage in the current file, if there was any
   */
  public static Opened open(Path file, Keeping keeping, Signer signer) throws IOException {
    mend(file);
    if (Files.exists(file) && reading(file, _ -> {}).damage().isPresent()) {
      var _ = Files.move(file, new Rotated(file).next(), StandardCopyOption.ATOMIC_MOVE);
    }
    var before = Files.exists(file) ? Optional.<Link>empty() : lastEnd(file);
    var reading = reading(file, _ -> {});
    var opened = ChainFile.open(file, keeping, Optional.of(signer), reading);
    if (before.isPresent()) {
      opened.carryOn(before.get());
    }
    return new Opened(ChainedLog.on(opened), reading.torn());
  }

  /** Where the newest full file ends; empty if there is none. */
  private static Optional<Link> lastEnd(Path file) throws IOException {
    var full = new Rotated(file).files();
    return full.isEmpty()
        ? Optional.empty()
        : Optional.of(ChainReading.of(full.getLast(), Link.START, _ -> {}).end());
  }

  private static ChainReading reading(Path file, Consumer<String> bodies) throws IOException {
    return ChainReading.of(file, Link.START, bodies);
  }

  /** A new file that was made ready takes its place, if the old one had left it already. */
  private static void mend(Path file) throws IOException {
    var fresh = ChainFile.fresh(file);
    if (Files.exists(fresh) && !Files.exists(file)) {
      var _ = Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
    var _ = Files.deleteIfExists(fresh);
  }
}
