package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Proof;
import dev.swarm.tools.text.Sanitizer;

/** A claim, where it is made, and by whom; says what a rejected one looks like. */
record Ground(Claim claim, Conversation conversation, String mind, boolean last) {
  private static final Sanitizer SANITIZER = new Sanitizer();
  private static final int LONGEST = 400;

  /** A row says otherwise. */
  Verdict refuted(String measured, String reason) {
    return rejected(Proof.REFUTED, measured, reason);
  }

  /** It cannot be checked. */
  Verdict unproven(String reason) {
    return rejected(Proof.UNPROVEN, "", reason);
  }

  private Verdict rejected(Proof proof, String measured, String reason) {
    var subtask = conversation.subtask();
    var doubt =
        new Doubt(
            proof,
            subtask.area(),
            subtask.node(),
            safe(claim.subject()),
            safe(claimed()),
            measured,
            safe(reason),
            mind,
            claim.cited().stream().limit(20).map(Ground::safe).toList());
    return new Verdict.Rejected(claim, doubt, last);
  }

  private String claimed() {
    if (!claim.sentence().isBlank()) {
      return claim.sentence();
    }
    return claim.check().map(id -> id + " on ").orElse("")
        + claim.subject()
        + claim.field().map(field -> ": " + field).orElse("")
        + claim.value().map(value -> " = " + value).orElse("");
  }

  /** A mind's words, as they may be shown: redacted, and with nothing invisible in them. */
  private static String safe(String words) {
    var cut = words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    return SANITIZER.clean(cut).value();
  }
}
