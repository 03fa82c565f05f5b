package dev.swarm.coordinator.lease;

import dev.swarm.protocol.PermitAnswer;
import dev.swarm.router.permit.Wish;
import io.vertx.core.Promise;
import java.util.Optional;

/** One wish for a permit, and what became of it. Owned by a {@link PermitDesk}. */
final class Petition {
  final Wish wish;
  private final Promise<PermitAnswer> answer = Promise.promise();
  private Optional<Thread> inLine = Optional.empty();
  private boolean spent;
  private long asked;

  Petition(Wish wish) {
    this.wish = wish;
  }

  /** Done once it is answered. */
  Promise<PermitAnswer> answer() {
    return answer;
  }

  void standsInLine(Thread thread) {
    inLine = Optional.of(thread);
  }

  /** Somebody asks for it; the number of this asking. */
  long asked() {
    return ++asked;
  }

  /** If nobody has asked since {@code asking}, it leaves the line. */
  void giveUp(long asking) {
    if (asked == asking) {
      inLine.ifPresent(Thread::interrupt);
    }
  }

  void answered(PermitAnswer how) {
    inLine = Optional.empty();
    boolean _ = answer.tryComplete(how);
  }

  /** Its node says what the call used; whether it says so for the first time. */
  boolean spent() {
    boolean first = !spent;
    spent = true;
    inLine.ifPresent(Thread::interrupt);
    return first;
  }

  /** Whether it waits no more. */
  boolean over() {
    return inLine.isEmpty();
  }
}
