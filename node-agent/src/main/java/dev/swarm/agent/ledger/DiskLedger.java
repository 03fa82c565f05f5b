package dev.swarm.agent.ledger;

import dev.swarm.agent.chain.ChainedLog;
import dev.swarm.agent.chain.Chains;
import dev.swarm.agent.chain.StorageException;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Wire;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A ledger in one file, in the order noted; rewritten when it is opened. */
public final class DiskLedger implements Ledger {
  /** A ledger smaller than this is never worth the trouble. */
  private static final long SMALL = 8L << 20;

  private final ChainedLog log;
  private final Memory memory;
  private volatile long rewritten;

  private DiskLedger(ChainedLog log, Memory memory) {
    this.log = log;
    this.memory = memory;
    this.rewritten = log.size();
  }

  /**
   * Opens the ledger in {@code file}, and makes it if it is missing; blocks.
   *
   * @param now what is past its time is forgotten
   * @param told hears, in words for people, of a last entry that was cut off
   * @return a ledger that says what is wrong with it, if the file is damaged: what could be read is
   *     remembered, and nothing new may be begun
   * @throws StorageException if the file cannot be read or written at all
   */
  public static Ledger open(Path file, Instant now, Consumer<String> told) {
    try {
      var contents = Chains.read(file);
      var memory = new Memory();
      boolean whole = contents.damage().isEmpty();
      for (var body : contents.bodies()) {
        whole &= understood(memory, body);
      }
      if (!whole) {
        return new DamagedLedger(memory, damaged(file, contents));
      }
      return open(file, memory, now, contents.bodies().size(), told);
    } catch (IOException e) {
      throw new StorageException("could not open the ledger " + file + ": " + e, e);
    }
  }

  private static Ledger open(
      Path file, Memory memory, Instant now, int entries, Consumer<String> told)
      throws IOException {
    var opened = Chains.open(file);
    if (opened.torn() > 0) {
      told.accept(
          "the last entry of the ledger "
              + file
              + " was being written when the agent ended; its "
              + opened.torn()
              + " bytes were cut off");
    }
    memory.age(now);
    var ledger = new DiskLedger(opened.log(), memory);
    var live = memory.entries();
    if (live.size() < entries) {
      // if it fails the old file serves as well, and the ledger says that it is in trouble
      var _ = ledger.replaced(live).exceptionally(_ -> null).toCompletableFuture().join();
    }
    return ledger;
  }

  private static boolean understood(Memory memory, String body) {
    try {
      memory.apply(Wire.decode(body, Entry.class));
      return true;
    } catch (MalformedMessageException _) {
      return false;
    }
  }

  private static String damaged(Path file, Chains.Contents contents) {
    var where =
        contents
            .damage()
            .map(damage -> damage.toString())
            .orElse(file.getFileName() + ": it has entries of another version of swarm");
    return "could not trust the ledger of this agent ("
        + where
        + "), so it takes nothing new; to begin anew when no run is under way, move "
        + file
        + " away and restart the agent";
  }

  @Override
  public Memory memory() {
    return memory;
  }

  @Override
  public Future<Void> note(List<Entry> entries) {
    return Future.fromCompletionStage(log.append(bodies(entries)));
  }

  private static List<String> bodies(List<Entry> entries) {
    return entries.stream().map(Wire::encode).toList();
  }

  @Override
  public Optional<String> trouble() {
    log.mend();
    return log.trouble();
  }

  @Override
  public boolean wantsRewriting() {
    return log.size() > SMALL && log.size() > 2 * rewritten;
  }

  @Override
  public Future<Void> rewrite(List<Entry> all) {
    return Future.fromCompletionStage(replaced(all));
  }

  private CompletionStage<Void> replaced(List<Entry> all) {
    return log.replace(bodies(all)).thenRun(() -> rewritten = log.size());
  }

  @Override
  public void close() {
    log.close();
  }
}
