package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Key;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.life.LifeChange;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.coordinator.store.LifeTable.Taken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells what happens to findings, whichever process took the runs in: it reads on in the turns and
 * the judgements from where it was. All of it happens on the worker.
 */
final class LifeNews implements AutoCloseable {
  private final ReadConnections reads;
  private final Supplier<List<Life>> lives;
  private final StoreThread thread;
  private final ExecutorService worker;
  private final CopyOnWriteArrayList<Consumer<LifeChange>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean due = new AtomicBoolean();
  private Optional<Registration> commits = Optional.empty();
  private Mark mark = new Mark(Optional.empty(), 0, 0);

  LifeNews(
      ReadConnections reads,
      Supplier<List<Life>> lives,
      StoreThread thread,
      ExecutorService worker) {
    this.reads = reads;
    this.lives = lives;
    this.thread = thread;
    this.worker = worker;
  }

  /** How far it was told. */
  private record Mark(Optional<Taken> taken, long turn, long judgement) {
    static Mark of(Connection connection) throws SQLException {
      return new Mark(
          LifeTable.taken(connection),
          LifeTable.newestTurn(connection),
          Sql.number(connection, "SELECT coalesce(max(place), 0) FROM judgements"));
    }

    /** Whether the lives were made from the beginning since: what they went through is no news. */
    boolean outdone(Mark by) {
      return taken.isEmpty()
          || by.taken.filter(now -> now.turn() != taken.get().turn()).isPresent();
    }
  }

  Registration tell(Consumer<LifeChange> listener) {
    Consumer<LifeChange> own = change -> listener.accept(change);
    if (begun.compareAndSet(false, true)) {
      mark = reads.read(Mark::of);
      commits = Optional.of(thread.onCommit(_ -> look()));
    }
    listeners.add(own);
    look();
    return () -> listeners.remove(own);
  }

  /** Something may have happened. */
  void look() {
    if (begun.get() && due.compareAndSet(false, true)) {
      try {
        worker.execute(this::news);
      } catch (RejectedExecutionException e) {
        // the store is being closed: nobody listens any more
      }
    }
  }

  private void news() {
    due.set(false);
    try {
      var now = lives.get();
      changes(now).forEach(change -> listeners.forEach(listener -> listener.accept(change)));
    } catch (StoreException e) {
      // the store says so itself to whoever asks; the next commit is the next occasion
    }
  }

  private List<LifeChange> changes(List<Life> now) {
    Map<Key, Life> byKey = new HashMap<>();
    now.forEach(life -> byKey.put(new Key(life.node(), life.fingerprint()), life));
    return reads.read(connection -> {
      var before = mark;
      mark = Mark.of(connection);
      var changes = new ArrayList<LifeChange>();
      if (!before.outdone(mark)) {
        for (var entry : LifeTable.turns(connection, before.turn())) {
          var turn = entry.turn();
          change(Optional.ofNullable(byKey.get(new Key(turn.node(), turn.fingerprint()))), turn)
              .ifPresent(changes::add);
        }
      }
      for (var entry : JudgementTable.all(connection)) {
        var judged = entry.judged();
        var life = Optional.ofNullable(byKey.get(new Key(judged.node(), judged.fingerprint())));
        if (entry.place() > before.judgement() && life.isPresent()) {
          changes.add(new LifeChange.Judged(life.get(), judged.judgement()));
        }
      }
      return changes;
    });
  }

  private static Optional<LifeChange> change(Optional<Life> life, Turn turn) {
    return life.flatMap(of ->
        switch (turn.kind()) {
          case NEW -> Optional.of(new LifeChange.New(of));
          case FIXED -> Optional.of(new LifeChange.Fixed(of));
          case BACK -> Optional.of(new LifeChange.Back(of));
          case CHANGED -> Optional.empty();
        });
  }

  @Override
  public void close() {
    listeners.clear();
    commits.ifPresent(Registration::close);
  }
}
