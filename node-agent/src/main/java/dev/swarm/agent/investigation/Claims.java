package dev.swarm.agent.investigation;

import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What became of all that was claimed in a conversation. */
final class Claims {
  private final List<Verdict> verdicts;

  Claims(Conversation conversation) {
    this.verdicts = conversation.verdicts();
  }

  /** Whether this matter went back to the mind before: once is all it gets. */
  boolean returned(Claim claim) {
    return verdicts.stream()
        .filter(Verdict.Rejected.class::isInstance)
        .anyMatch(before -> before.claim().sameMatter(claim));
  }

  /** Each finding once: the first mind to prove it has it. */
  List<Finding> findings() {
    var findings = new LinkedHashMap<String, Finding>();
    for (var verdict : verdicts) {
      if (verdict instanceof Verdict.Proven(_, var proven)) {
        proven.forEach(one -> findings.putIfAbsent(one.fingerprint() + one.subject(), one));
      }
    }
    return List.copyOf(findings.values());
  }

  /** What was rejected for good: a claim that was mended later does not count. */
  List<Doubt> doubts() {
    var open = new ArrayList<Verdict.Rejected>();
    for (var verdict : verdicts) {
      open.removeIf(before -> before.claim().sameMatter(verdict.claim()));
      if (verdict instanceof Verdict.Rejected rejected) {
        open.add(rejected);
      }
    }
    return open.stream().map(Verdict.Rejected::doubt).toList();
  }
}
