package dev.swarm.agent.investigation;

import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What became of all that was claimed in a conversation. */
final class Claims {
  private final Conversation conversation;

  Claims(Conversation conversation) {
    this.conversation = conversation;
  }

  /** Whether this matter went back to {@code mind} before: once is all it gets. */
  boolean returned(Claim claim, String mind) {
    return conversation.verdicts().stream()
        .filter(Verdict.Rejected.class::isInstance)
        .filter(before -> before.mind().equals(mind))
        .anyMatch(before -> before.claim().sameMatter(claim));
  }

  /** Each finding once: the first mind to prove it has it. */
  List<Finding> findings() {
    var findings = new LinkedHashMap<String, Finding>();
    for (var verdict : conversation.verdicts()) {
      if (verdict instanceof Verdict.Proven(_, var proven)) {
        proven.forEach(one -> findings.putIfAbsent(one.fingerprint() + one.subject(), one));
      }
    }
    return List.copyOf(findings.values());
  }

  /** What was rejected for good: a claim that was mended or withdrawn later does not count. */
  List<Doubt> doubts() {
    var open = new ArrayList<Verdict.Rejected>();
    for (var entry : conversation.entries()) {
      switch (entry) {
        case Entry.Judged(var verdicts) -> verdicts.forEach(verdict -> judged(verdict, open));
        case Entry.Withdrawn(var claim, var mind) ->
            open.removeIf(before ->
                before.claim().equals(claim)
                    || (before.mind().equals(mind) && before.claim().sameMatter(claim)));
        case Entry.Looked _, Entry.Recalled _, Entry.NotRun _, Entry.Note _ -> {}
      }
    }
    return open.stream().map(Verdict.Rejected::doubt).toList();
  }

  /** A proof settles whoever's doubt; what does not hold, only the same mind's. */
  private static void judged(Verdict verdict, List<Verdict.Rejected> open) {
    boolean proven = verdict instanceof Verdict.Proven;
    open.removeIf(before ->
        (proven || before.mind().equals(verdict.mind()))
            && before.claim().sameMatter(verdict.claim()));
    if (verdict instanceof Verdict.Rejected rejected) {
      open.add(rejected);
    }
  }
}
