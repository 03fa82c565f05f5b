package dev.swarm.protocol;

import java.util.List;

/**
 * A claim that did not become a finding: refuted, or unproven.
 *
 * @param claimed what was claimed, in the mind's words, control characters made visible
 * @param measured what the tools say
 * @param reason why it does not hold, naming the rule
 * @param cited the line labels that were cited
 */
public record Doubt(
    Proof proof,
    Area area,
    String node,
    String subject,
    String claimed,
    String measured,
    String reason,
    String mind,
    List<String> cited) {
  public Doubt {
    cited = List.copyOf(cited);
    if (proof == Proof.PROVEN) {
      throw new IllegalArgumentException("a doubt is refuted or unproven");
    }
  }
}
