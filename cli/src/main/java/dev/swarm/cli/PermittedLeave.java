package dev.swarm.cli;

import dev.swarm.agent.router.Leave;
import dev.swarm.protocol.Subtask;
import dev.swarm.router.chat.Reply.Usage;
import dev.swarm.router.permit.Grant;
import dev.swarm.router.permit.Permits;
import dev.swarm.router.permit.Wish;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The gate before the frontier tier for one subtask, kept by the permits of the process. Used by
 * one thread.
 */
final class PermittedLeave implements Leave {
  private final Permits permits;
  private final Subtask subtask;
  private Optional<Wish> open = Optional.empty();

  PermittedLeave(Permits permits, Subtask subtask) {
    this.permits = permits;
    this.subtask = subtask;
  }

  @Override
  public Permit ask(String reason, Duration patience) throws InterruptedException {
    settle();
    var wish = new Wish(subtask.node(), subtask.run().value(), subtask.id().value(), reason);
    return switch (permits.wish(wish, patience)) {
      case Grant.Permitted _ -> {
        open = Optional.of(wish);
        yield new Permit.Given();
      }
      case Grant.Refused(var why) -> new Permit.Withheld(why);
    };
  }

  @Override
  public void spent(Usage usage, BigDecimal cost) {
    open.ifPresent(wish -> permits.spent(wish, usage, cost));
    open = Optional.empty();
  }

  /** Of a call that gave no reply, nobody tells what it took. */
  private void settle() {
    spent(Usage.UNKNOWN, BigDecimal.ZERO);
  }
}
