package dev.swarm.router.permit;

import dev.swarm.router.chat.Reply.Usage;
import java.math.BigDecimal;
import java.time.Duration;

/** Gives leave to ask a stronger model. Any thread. */
public interface Permits {

  /**
   * Waits in line for leave to make one call; whoever gets it tells {@link #spent} afterwards,
   * whatever became of the call.
   *
   * @param patience how long to wait; zero asks whether there is leave at once
   * @throws InterruptedException if the caller was cancelled; nothing is used up then
   */
  Grant wish(Wish wish, Duration patience) throws InterruptedException;

  /**
   * Tells what a permitted call used, so that what was set aside for it is free again.
   *
   * @param usage {@link Usage#UNKNOWN} where nothing came of it
   */
  void spent(Wish wish, Usage usage, BigDecimal cost);
}
