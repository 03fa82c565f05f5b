package dev.swarm.coordinator.standby;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Recorded;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A run that another leads, and whose events are kept here too. Owned by the desk. */
final class Following {
  final String session;
  final String leader;
  final long epoch;
  Optional<Recorded> last;
  CompletableFuture<Void> kept = CompletableFuture.completedFuture(null);
  boolean asking;

  /** Ticks for which the leader has shown by an answer that it is there. */
  int mercy;

  Following(String session, String leader, long epoch, Optional<Recorded> last) {
    this.session = session;
    this.leader = leader;
    this.epoch = epoch;
    this.last = last;
  }

  boolean ended() {
    return last.map(Recorded::event).filter(Event.RunEnded.class::isInstance).isPresent();
  }

  long sequence() {
    return last.map(Recorded::sequence).orElse(0L);
  }
}
