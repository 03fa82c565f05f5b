package dev.swarm.agent.investigation;

import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Proof;
import java.util.ArrayList;
import java.util.List;

/** Counts what became of each mind's claims: every matter once, as what it ended as. */
final class Tally {
  private final List<Matter> matters = new ArrayList<>();

  /** How a matter stands. */
  private enum State {
    PROVEN,
    MENDED,
    WITHDRAWN,
    REFUTED,
    UNPROVEN
  }

  /** One claim of one mind, or the same once more. */
  private record Matter(String mind, Claim claim, State state) {
    boolean is(String other, Claim again) {
      return mind.equals(other) && claim.sameMatter(again);
    }
  }

  Tally(Conversation conversation) {
    for (var entry : conversation.entries()) {
      switch (entry) {
        case Entry.Judged(var verdicts) -> verdicts.forEach(this::judged);
        case Entry.Withdrawn(var claim, var mind) -> withdrawn(claim, mind);
        case Entry.Looked _, Entry.Recalled _, Entry.NotRun _, Entry.Note _ -> {}
      }
    }
  }

  /** The share, with that model's claims counted. */
  ModelShare counted(ModelShare share) {
    return new ModelShare(
        share.model(),
        share.tier(),
        share.turns(),
        count(share, State.PROVEN),
        count(share, State.MENDED),
        count(share, State.WITHDRAWN),
        count(share, State.REFUTED),
        count(share, State.UNPROVEN),
        share.promptTokens(),
        share.completionTokens(),
        share.cachedTokens(),
        share.cost());
  }

  private int count(ModelShare share, State state) {
    return (int)
        matters.stream()
            .filter(one -> one.mind().equals(share.model()) && one.state() == state)
            .count();
  }

  private void judged(Verdict verdict) {
    var state =
        switch (verdict) {
          case Verdict.Proven _ -> wasOpen(verdict) ? State.MENDED : State.PROVEN;
          case Verdict.Rejected(_, var doubt, _) ->
              doubt.proof() == Proof.REFUTED ? State.REFUTED : State.UNPROVEN;
        };
    boolean stands =
        matters.stream().anyMatch(one -> one.is(verdict.mind(), verdict.claim()) && !open(one));
    if (stands && state != State.MENDED) {
      return; // said once more, or said wrongly of what was proven: it is the same matter
    }
    matters.removeIf(one -> open(one) && one.is(verdict.mind(), verdict.claim()));
    matters.add(new Matter(verdict.mind(), verdict.claim(), state));
  }

  private boolean wasOpen(Verdict verdict) {
    return matters.stream().anyMatch(one -> open(one) && one.is(verdict.mind(), verdict.claim()));
  }

  private static boolean open(Matter matter) {
    return matter.state() == State.REFUTED || matter.state() == State.UNPROVEN;
  }

  private void withdrawn(Claim claim, String mind) {
    matters.replaceAll(one ->
        open(one) && (one.is(mind, claim) || one.claim().equals(claim))
            ? new Matter(one.mind(), one.claim(), State.WITHDRAWN)
            : one);
  }
}
