package dev.swarm.agent;

import dev.swarm.agent.ledger.Entry;
import dev.swarm.agent.ledger.Ledger;
import dev.swarm.agent.ledger.Memory;
import dev.swarm.protocol.RunId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The agent's memory and the ledger that it outlives the process with. The memory is the desk's;
 * entries are noted from any thread.
 */
public final class Books {
  private final Ledger ledger;
  private final Desk desk;
  private final Memory memory;
  private final Supplier<Optional<String>> elsewhere;
  private final Leaders leaders = new Leaders();
  private final Map<RunId, Entry.Led> unwritten = new HashMap<>();
  private int underWay;

  public Books(Ledger ledger, Desk desk) {
    this(ledger, desk, Optional::empty);
  }

  /**
   * Of an agent that writes more than its ledger.
   *
   * @param elsewhere why nothing new may be begun for another reason, such as a command log that
   *     cannot be written; empty if it may. Must not block
   */
  public Books(Ledger ledger, Desk desk, Supplier<Optional<String>> elsewhere) {
    this.ledger = ledger;
    this.elsewhere = elsewhere;
    this.desk = desk;
    this.memory = ledger.memory();
    memory.entries().forEach(leaders::apply);
  }

  /** On the desk only. */
  Memory memory() {
    return memory;
  }

  /** Who leads the runs in the memory. Any thread. */
  public Leaders leaders() {
    return leaders;
  }

  /** What had come in before this instance began; to be called before it does. */
  List<Entry.Called> calls() {
    return memory.calls();
  }

  /** Remembers before it is on disk: what errs on the safe side if it never gets there. */
  void foresee(Entry entry) {
    memory.apply(entry);
    leaders.apply(entry);
  }

  /** Fences lower terms from now on; it is still to be noted. */
  void lead(Entry.Led led) {
    foresee(led);
    unwritten.put(led.run(), led);
  }

  /** Whether the run's term was noted, and is on disk. */
  boolean isWritten(RunId run) {
    return !unwritten.containsKey(run);
  }

  /**
   * Writes {@code entries}, all or none; with none, waits for what was noted before.
   *
   * @return on the desk, when they are on disk and remembered
   */
  Future<Void> note(List<Entry> entries) {
    return desk.bring(writing(entries))
        .onSuccess(_ -> entries.forEach(this::written))
        .onComplete(_ -> over());
  }

  /** A term was foreseen, and a higher one may have been since. */
  private void written(Entry entry) {
    if (entry instanceof Entry.Led led) {
      boolean _ = unwritten.remove(led.run(), led);
    } else {
      foresee(entry);
    }
  }

  private synchronized Future<Void> writing(List<Entry> entries) {
    underWay++;
    return ledger.note(entries);
  }

  private synchronized void over() {
    underWay--;
  }

  /** Why nothing new may be begun; empty if it may. */
  Optional<String> trouble() {
    return ledger.trouble().or(elsewhere);
  }

  /** Forgets what is past its time, and rewrites a ledger that is mostly of no use. */
  void tidy(Instant now) {
    memory.age(now);
    if (ledger.wantsRewriting()) {
      rewrite();
    }
  }

  /** Not while entries are under way that the memory does not have yet. */
  private synchronized void rewrite() {
    if (underWay == 0) {
      var _ = ledger.rewrite(memory.entries());
    }
  }

  /** Blocks until everything is written. */
  public void close() {
    ledger.close();
  }
}
