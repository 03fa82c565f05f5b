package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.RunId;
import dev.swarm.router.waiting.SystemClock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Keeps runs in a SQLite file (WAL, {@code synchronous=FULL}). One thread of its own opens it and
 * writes to it, so that making a store costs nothing and failing to open it fails the first append;
 * readers have connections of their own. Several processes may use the same folder.
 */
public final class SqliteStore implements RunStore, EventLog {
  /** How many runs an operator's own store keeps. */
  public static final int KEPT_RUNS = 200;

  private final ReadConnections reads;
  private final StoreThread thread;
  private final KeptLives lives;
  private final Suspects suspects;
  private final boolean patient;
  private final Optional<Verification> verification;

  /**
   * Begins to open the store of a command that goes again, in {@code folder}, which is made if it
   * is not there; never fails.
   *
   * @param keep how many runs are kept; older ones are deleted whole
   */
  public SqliteStore(Path folder, int keep) {
    this(folder, Retention.of(keep), false, new SystemClock());
  }

  private SqliteStore(Path folder, Retention retention, boolean patient, InstantSource clock) {
    var file = StoreFile.in(folder);
    var book = new LifeBook();
    this.suspects = Suspects.of(file);
    this.patient = patient;
    this.thread = new StoreThread(new Parts(file, retention, patient, clock, book));
    // a command that goes again does what it came for: damage elsewhere in the file is no reason
    // to refuse, and it says so of the run
    this.reads = new ReadConnections(file, patient ? thread::damaged : _ -> {});
    this.lives = new KeptLives(file, reads, thread, book);
    this.verification =
        patient
            ? Optional.of(new Verification(reads, suspects, thread::damaged, clock))
            : Optional.empty();
  }

  /** What the store's thread works with. */
  record Parts(
      StoreFile file, Retention retention, boolean patient, InstantSource clock, LifeBook lives) {}

  /** As a command that goes again has it: what cannot be kept fails at once. */
  public static SqliteStore passing(Path folder, Retention retention, InstantSource clock) {
    return new SqliteStore(folder, retention, false, clock);
  }

  /**
   * As a coordinator that stays has it: without space, what was appended waits until there is some
   * again, and {@link #state} tells meanwhile that nothing new is to be begun. All runs are
   * verified in the background; once damage is found, by that or by any reader, nothing new is
   * begun either.
   */
  public static SqliteStore staying(Path folder, Retention retention, InstantSource clock) {
    return new SqliteStore(folder, retention, true, clock);
  }

  @Override
  public CompletableFuture<Void> append(Recorded recorded) {
    return thread.append(recorded);
  }

  @Override
  public List<Recorded> events(RunId run) {
    return reads.read(connection -> new RunReader(connection).events(run));
  }

  @Override
  public RunHistory runs() {
    var before = suspects.all();
    var history = reads.read(connection -> new RunReader(connection).history(before));
    history.runs().stream()
        .filter(run -> patient && run.ending() == RunSummary.Ending.DAMAGED)
        .findFirst()
        .ifPresent(run -> thread.damaged(new StoreException(Trouble.DAMAGED, run.damage())));
    return history;
  }

  @Override
  public List<Placed> after(long position, int limit) {
    return reads.read(connection -> EventReader.after(connection, position, limit));
  }

  @Override
  public List<Placed> after(long position, RunId run, int limit) {
    return reads.read(connection -> EventReader.after(connection, position, run, limit));
  }

  @Override
  public long newest() {
    return reads.read(EventReader::newest);
  }

  @Override
  public long oldest() {
    return reads.read(EventReader::oldest);
  }

  @Override
  public Registration onCommit(LongConsumer newest) {
    return thread.onCommit(newest);
  }

  /**
   * Hands on every event of {@code run} as the text that is kept, verified, in order.
   *
   * @return the hash that they add up to: it begins with the SHA-256 of the run's name, and for
   *     each text it is the SHA-256 of itself, a line feed, and the text
   * @throws StoreException if there is no such run, or it cannot be read, or is damaged
   */
  public String export(RunId run, Consumer<String> texts) {
    return reads.read(connection -> {
      var reader = new RunReader(connection);
      reader.each(run, _ -> {});
      reader.texts(run, texts);
      return reader.head(run);
    });
  }

  /** Waits until the runs that were there at the opening have been verified. */
  void awaitVerified() throws InterruptedException {
    if (verification.isPresent()) {
      verification.get().await();
    }
  }

  /** The findings of its runs over time. */
  public Lives lives() {
    return lives;
  }

  @Override
  public List<Judged> judgements() {
    return lives.judgements();
  }

  @Override
  public StoreState state() {
    return thread.state();
  }

  @Override
  public Optional<String> notKept() {
    return thread.failure().map(StoreException::getMessage);
  }

  @Override
  public void close() {
    verification.ifPresent(Verification::close);
    lives.close();
    reads.close();
    thread.close();
  }
}
