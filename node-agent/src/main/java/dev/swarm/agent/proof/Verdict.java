package dev.swarm.agent.proof;

import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Finding;
import java.util.List;

/** What became of a claim. */
public sealed interface Verdict {
  Claim claim();

  /** Who claimed it. */
  String mind();

  /** It holds; as findings, one for each subject that it is about. */
  record Proven(Claim claim, List<Finding> findings) implements Verdict {
    public Proven {
      findings = List.copyOf(findings);
    }

    @Override
    public String mind() {
      return findings.getFirst().mind();
    }
  }

  /**
   * It does not hold, or cannot be checked.
   *
   * @param last whether it went back to the mind before, so that this is final
   */
  record Rejected(Claim claim, Doubt doubt, boolean last) implements Verdict {
    @Override
    public String mind() {
      return doubt.mind();
    }
  }
}
