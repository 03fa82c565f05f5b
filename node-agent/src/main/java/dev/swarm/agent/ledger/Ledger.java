package dev.swarm.agent.ledger;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where an agent writes down what it must not forget. Any thread; nothing here blocks. */
public interface Ledger {
  /** What earlier instances of the agent left, as it was when the ledger was opened. */
  Memory memory();

  /**
   * Writes {@code entries}, all or none.
   *
   * @return done when they, and all before them, are on disk; fails if they are not there, with a
   *     reason for people
   */
  Future<Void> note(List<Entry> entries);

  /** Why nothing new may be begun: it could not be written down. Empty if it could. */
  Optional<String> trouble();

  /** Whether most of what is on disk is of no use any more. */
  boolean wantsRewriting();

  /**
   * Puts {@code all} in the place of everything that was written before, at once.
   *
   * @return as {@link #note}; if it fails, everything is as it was
   */
  Future<Void> rewrite(List<Entry> all);

  /** Writes what is still to be written, and ends; blocks for as long. */
  void close();
}
