package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;

/** The gate that every claim passes before it may be shown as a finding. May run tools again. */
public interface Proof {

  /**
   * Judges a claim.
   *
   * @param mind who claims it
   * @param last whether the claim has been back to the mind already
   */
  Verdict judge(Claim claim, Conversation conversation, String mind, boolean last);
}
