package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.MalformedMessageException;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Wire;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads runs, and believes nothing that the chain does not bear out. */
final class RunReader {
  private static final String KIND = "\"event\":{\"event\":\"";

  private final Connection connection;

  RunReader(Connection connection) {
    this.connection = connection;
  }

  private record Row(long sequence, String body, String hash) {}

  /** Every event of {@code run}, its chain and its end checked. */
  List<Recorded> events(RunId run) throws SQLException {
    var events = new ArrayList<Recorded>();
    each(run, events::add);
    return List.copyOf(events);
  }

  /** Every event of {@code run}, its chain checked. */
  List<Recorded> verified(RunId run) throws SQLException {
    var events = new ArrayList<Recorded>();
    var _ = chained(run, _ -> true, events::add);
    return List.copyOf(events);
  }

  /** Hands on every event of {@code run}, its chain and its end checked, and holds none of them. */
  void each(RunId run, Consumer<Recorded> events) throws SQLException {
    each(run, _ -> true, events);
  }

  /**
   * The same, of those whose kind is {@code wanted}: reading what nobody wants would take longer
   * than all the rest.
   */
  void each(RunId run, Predicate<String> wanted, Consumer<Recorded> events) throws SQLException {
    var ended = new boolean[1];
    Consumer<Recorded> end = recorded -> ended[0] = recorded.event() instanceof Event.RunEnded;
    long count = chained(run, wanted, events.andThen(end));
    checkEnd(run, count, ended[0]);
  }

  private long chained(RunId run, Predicate<String> wanted, Consumer<Recorded> events)
      throws SQLException {
    var last = new Row[] {new Row(0, "", Chain.start(run))};
    Sql.each(
        connection,
        row -> {
          var next = new Row(row.getLong(1), Sql.text(row, 2), Sql.text(row, 3));
          long place = last[0].sequence() + 1;
          if (next.sequence() != place
              || !Chain.next(last[0].hash(), next.body()).equals(next.hash())) {
            throw damaged(run, place);
          }
          if (wanted.test(kind(next.body()))) {
            events.accept(decoded(run, place, next.body()));
          }
          last[0] = next;
        },
        "SELECT sequence, body, hash FROM events WHERE run = ? ORDER BY sequence",
        run.value());
    return last[0].sequence();
  }

  /** The kind of an event, from its text; empty if it does not begin as we write them. */
  private static String kind(String body) {
    int at = body.indexOf(KIND);
    int end = at < 0 ? -1 : body.indexOf('"', at + KIND.length());
    return end < 0 ? "" : body.substring(at + KIND.length(), end);
  }

  /** The text of every event, as it is kept; whoever asks has checked them in this transaction. */
  void texts(RunId run, Consumer<String> texts) throws SQLException {
    Sql.each(
        connection,
        row -> texts.accept(Sql.text(row, 1)),
        "SELECT body FROM events WHERE run = ? ORDER BY sequence",
        run.value());
  }

  /** The ids of all runs, newest first; one that left a trace in either table is among them. */
  List<RunId> ids() throws SQLException {
    // A loose scan of the index: one step per run, however many events it has. No UNION ALL: in a
    // damaged index a step may lead back, and only a name that is new may go on.
    return Sql.rows(
        connection,
        row -> Sql.run(row, 1),
        """
        WITH RECURSIVE named(run) AS (
          SELECT max(run) FROM events
          UNION
          SELECT (SELECT max(run) FROM events WHERE run < named.run) FROM named
          WHERE named.run IS NOT NULL)
        SELECT run FROM named WHERE run IS NOT NULL UNION SELECT run FROM endings
        ORDER BY run DESC
        """);
  }

  /** A run in one line: from its ending, or from its events where it has none. */
  RunSummary summary(RunId run) throws SQLException {
    return summary(run, false);
  }

  private RunSummary summary(RunId run, boolean suspect) throws SQLException {
    try {
      if (suspect) {
        each(run, _ -> {});
      }
      var kept = ending(run);
      return kept.isPresent() ? kept.get() : unfinished(run);
    } catch (StoreException e) {
      return RunSummary.damaged(run, String.valueOf(e.getMessage()));
    }
  }

  /** All runs in one line each; those in {@code suspects} are read whole for it. */
  RunHistory history(Set<RunId> suspects) throws SQLException {
    var summaries = new ArrayList<RunSummary>();
    for (var run : ids()) {
      summaries.add(summary(run, suspects.contains(run)));
    }
    return new RunHistory(summaries);
  }

  /**
   * Looks at the newest rows, each against the one before, so that a store that is damaged where it
   * is used is known when it is opened.
   */
  void checkNewest() throws SQLException {
    var rows =
        Sql.rows(
            connection,
            row ->
                new Link(
                    Sql.run(row, 1),
                    new Row(row.getLong(2), Sql.text(row, 3), Sql.text(row, 4)),
                    Optional.ofNullable(row.getString(5))),
            """
            SELECT e.run, e.sequence, e.body, e.hash, p.hash
            FROM (SELECT * FROM events ORDER BY rowid DESC LIMIT 20) e
            LEFT JOIN events p ON p.run = e.run AND p.sequence = e.sequence - 1
            """);
    for (var link : rows) {
      var previous = link.previous().orElseGet(() -> Chain.start(link.run()));
      if (!Chain.next(previous, link.row().body()).equals(link.row().hash())) {
        throw damaged(link.run(), link.row().sequence());
      }
    }
  }

  private record Link(RunId run, Row row, Optional<String> previous) {}

  private RunSummary unfinished(RunId run) throws SQLException {
    var tally = new RunTally(run);
    events(run).forEach(tally::add);
    return tally.summary();
  }

  /** The hash of the last event; that of the name if there is none. */
  String head(RunId run) throws SQLException {
    return Sql.rows(
            connection,
            row -> Sql.text(row, 1),
            "SELECT hash FROM events WHERE run = ? ORDER BY sequence DESC LIMIT 1",
            run.value())
        .stream()
        .findFirst()
        .orElseGet(() -> Chain.start(run));
  }

  private Optional<RunSummary> ending(RunId run) throws SQLException {
    var rows =
        Sql.rows(
            connection,
            row -> new Row(0, Sql.text(row, 1), Sql.text(row, 2)),
            "SELECT summary, hash FROM endings WHERE run = ?",
            run.value());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var row = rows.getFirst();
    if (!Chain.next(head(run), row.body()).equals(row.hash())) {
      throw new StoreException(Trouble.DAMAGED, "damaged at run " + run + ", its ending");
    }
    try {
      return Optional.of(Wire.decode(row.body(), RunSummary.class));
    } catch (MalformedMessageException e) {
      throw new StoreException(
          Trouble.NEWER, "could not read the ending of run " + run + ": " + e.getMessage(), e);
    }
  }

  private void checkEnd(RunId run, long count, boolean ended) throws SQLException {
    var ending = ending(run);
    if (ending.isPresent() && ending.get().events() != count) {
      throw damaged(run, count + 1);
    }
    if (count == 0) {
      throw new StoreException(Trouble.UNKNOWN_RUN, "could not find run " + run);
    }
    if (ending.isEmpty() && ended) {
      throw new StoreException(Trouble.DAMAGED, "damaged at run " + run + ", its ending is gone");
    }
  }

  static Recorded decoded(RunId run, long place, String body) {
    try {
      var recorded = Wire.decode(body, Recorded.class);
      if (recorded.run().equals(run) && recorded.sequence() == place) {
        return recorded;
      }
      throw damaged(run, place);
    } catch (MalformedMessageException e) {
      throw new StoreException(
          Trouble.NEWER,
          "could not read run " + run + " event " + place + ": " + e.getMessage(),
          e);
    }
  }

  static StoreException damaged(RunId run, long event) {
    return new StoreException(Trouble.DAMAGED, "damaged at run " + run + " event " + event);
  }
}
