package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;
import java.util.List;
import java.util.function.Predicate;

/** The gate that every claim passes before it may be shown as a finding. May run tools again. */
@FunctionalInterface
public interface Gate {

  /**
   * Judges claims; the verdicts come in their order.
   *
   * @param mind who claims it
   * @param last whether a claim has been back to the mind already
   * @throws InterruptedException if the subtask was cancelled meanwhile
   */
  List<Verdict> judge(
      List<Claim> claims, Conversation conversation, String mind, Predicate<Claim> last)
      throws InterruptedException;
}
