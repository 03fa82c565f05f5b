package dev.swarm.coordinator.store;

import dev.swarm.coordinator.life.Judged;
import dev.swarm.coordinator.life.Judgement;
import dev.swarm.coordinator.life.Judgements;
import dev.swarm.coordinator.life.Key;
import dev.swarm.coordinator.life.Life;
import dev.swarm.coordinator.life.LifeChange;
import dev.swarm.coordinator.life.Lives;
import dev.swarm.coordinator.life.Turn;
import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.Fingerprint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The lives of a store, on a thread of their own as soon as somebody listens or judges. */
final class KeptLives implements Lives, AutoCloseable {
  private final StoreFile file;
  private final ReadConnections reads;
  private final StoreThread thread;
  private final LifeBook book;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("swarm-lives").daemon().factory());
  private final LifeNews news;

  KeptLives(StoreFile file, ReadConnections reads, StoreThread thread, LifeBook book) {
    this.file = file;
    this.reads = reads;
    this.thread = thread;
    this.book = book;
    this.news = new LifeNews(reads, this::all, thread, worker);
  }

  @Override
  public List<Life> all() {
    takeIn();
    var said = reads.read(KeptLives::said);
    return book.tales().stream().map(said::life).toList();
  }

  @Override
  public List<Turn> turns() {
    takeIn();
    return reads.read(
        connection -> LifeTable.turns(connection, 0).stream().map(LifeTable.Entry::turn).toList());
  }

  @Override
  public List<Judged> judgements() {
    return reads.read(connection ->
        JudgementTable.all(connection).stream().map(JudgementTable.Entry::judged).toList());
  }

  @Override
  public CompletableFuture<Life> judge(String node, Fingerprint print, Judgement judgement) {
    try {
      thread.state().requireReady();
    } catch (StoreException e) {
      return CompletableFuture.failedFuture(e);
    }
    var key = new Key(node, print);
    return CompletableFuture.supplyAsync(() -> life(key), worker)
        .thenCompose(_ -> thread.write(to -> JudgementTable.add(to, judged(key, judgement))))
        .thenApplyAsync(
            _ -> {
              news.look();
              return life(key);
            },
            worker);
  }

  @Override
  public Registration onChange(Consumer<LifeChange> listener) {
    return news.tell(listener);
  }

  @Override
  public void close() {
    news.close();
    var _ = worker.shutdownNow();
  }

  private Life life(Key key) {
    takeIn();
    var said = reads.read(KeptLives::said);
    return book.tale(key)
        .map(said::life)
        .orElseThrow(() ->
            new CompletionException(
                new IllegalArgumentException(
                    "could not judge "
                        + key.fingerprint()
                        + " on "
                        + key.node()
                        + ": no run has seen it there; `swarm findings` lists what was seen")));
  }

  private static Judged judged(Key key, Judgement judgement) {
    return new Judged(key.node(), key.fingerprint(), judgement);
  }

  private static Judgements said(Connection connection) throws SQLException {
    return new Judgements(
        JudgementTable.all(connection).stream().map(JudgementTable.Entry::judged).toList());
  }

  /** Without room to keep them, lives are what they are in memory. */
  private void takeIn() {
    if (reads.read(book::isCurrent)) {
      return;
    }
    try (var connection = file.open()) {
      book.takeIn(connection);
    } catch (SQLException e) {
      var trouble = SqlTrouble.of("write to", file.path(), e);
      if (trouble.trouble() != Trouble.FULL && trouble.trouble() != Trouble.BUSY) {
        throw trouble;
      }
    }
  }
}
