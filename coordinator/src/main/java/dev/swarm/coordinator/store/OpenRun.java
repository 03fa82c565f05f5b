package dev.swarm.coordinator.store;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A run that is being written: where its chain has got to, and what it adds up to so far. */
final class OpenRun {
  /** Takes an event: the run, its place, its body, and the hash of the chain up to it. */
  static final String EVENT = "INSERT INTO events (run, sequence, body, hash) VALUES (?, ?, ?, ?)";

  private static final String ENDING = "INSERT INTO endings (run, summary, hash) VALUES (?, ?, ?)";
  private final RunId run;
  private final RunTally tally;
  private long sequence;
  private String hash;

  /** Goes on after {@code before}, which is empty for a new run. */
  OpenRun(RunId run, List<Recorded> before, String head) {
    this.run = run;
    this.tally = new RunTally(run);
    this.sequence = before.size();
    this.hash = head;
    before.forEach(tally::add);
  }

  /**
   * Writes the next event; after a failure this run is no longer in step with the file.
   *
   * @param insert {@link #EVENT}, prepared
   */
  void add(PreparedStatement insert, Recorded recorded) throws SQLException {
    if (recorded.sequence() != sequence + 1) {
      throw new StoreException(
          StoreException.Trouble.OUT_OF_ORDER,
          "could not keep event %d of run %s: %d is the last one"
              .formatted(recorded.sequence(), run, sequence));
    }
    var body = Wire.encode(recorded);
    sequence++;
    hash = Chain.next(hash, body);
    tally.add(recorded);
    Sql.again(insert, run.value(), sequence, body, hash);
    if (recorded.event() instanceof Event.RunEnded) {
      var summary = Wire.encode(tally.summary());
      Sql.run(insert.getConnection(), ENDING, run.value(), summary, Chain.next(hash, summary));
    }
  }
}
