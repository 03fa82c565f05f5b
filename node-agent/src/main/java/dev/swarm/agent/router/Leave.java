package dev.swarm.agent.router;

import dev.swarm.router.chat.Reply;
import java.math.BigDecimal;
import java.time.Duration;

/** The gate before the frontier tier; one for each subtask. */
public interface Leave {
  /** Where there is no stronger model, or nobody may ask it. */
  Leave NEVER =
      new Leave() {
        @Override
        public Permit ask(String reason, Duration patience) {
          return new Permit.Withheld("no stronger model is configured");
        }

        @Override
        public void spent(Reply.Usage usage, BigDecimal cost) {}
      };

  /**
   * Asks to call the frontier tier once; blocks until that may be, or the patience is over.
   *
   * @throws InterruptedException if the subtask was cancelled
   */
  Permit ask(String reason, Duration patience) throws InterruptedException;

  /** What the call that was permitted last came to; unknown where nothing came of it. */
  void spent(Reply.Usage usage, BigDecimal cost);

  /** The answer. */
  sealed interface Permit {
    record Given() implements Permit {}

    record Withheld(String reason) implements Permit {}
  }
}
