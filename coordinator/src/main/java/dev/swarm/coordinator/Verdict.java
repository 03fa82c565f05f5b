package dev.swarm.coordinator;

import java.util.concurrent.CompletableFuture;

/** What becomes of a delivery. */
sealed interface Verdict {
  /** It counts, now or since an earlier delivery of it; a receipt is due once it is durable. */
  record Counts(CompletableFuture<Void> kept, boolean again) implements Verdict {}

  /** Its subtask has ended without it. */
  record TooLate(String reason) implements Verdict {}

  /** It shows that another coordinator leads the run by now. */
  record Superseded(String reason) implements Verdict {}

  /** It makes no sense in this run, and never will. */
  record Nonsense(String reason) implements Verdict {}
}
