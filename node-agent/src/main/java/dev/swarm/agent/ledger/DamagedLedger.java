package dev.swarm.agent.ledger;

import dev.swarm.agent.chain.StorageException;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** A ledger that cannot be trusted: what could be read is remembered, and nothing is written. */
record DamagedLedger(Memory memory, String damage) implements Ledger {
  @Override
  public Future<Void> note(List<Entry> entries) {
    return Future.failedFuture(new StorageException(damage));
  }

  @Override
  public Optional<String> trouble() {
    return Optional.of(damage);
  }

  @Override
  public boolean wantsRewriting() {
    return false;
  }

  @Override
  public Future<Void> rewrite(List<Entry> all) {
    return note(all);
  }

  @Override
  public void close() {
    // nothing was written
  }
}
