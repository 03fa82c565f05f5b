package dev.swarm.agent.investigation;

import dev.swarm.agent.proof.Claim;
import dev.swarm.tools.ToolCall;
import java.util.List;

/** What a mind wants next. */
public sealed interface Move {

  /** Run these tools; their results come back in this order. */
  record Calls(List<ToolCall> calls) implements Move {
    public Calls {
      calls = List.copyOf(calls);
    }
  }

  /** These things are so; what does not hold comes back once with the reason. */
  record Claims(List<Claim> claims) implements Move {
    public Claims {
      claims = List.copyOf(claims);
    }
  }

  /** What it claimed before is not so after all. */
  record Withdrawal(Claim claim) implements Move {}

  /**
   * Nothing to do but to ask it again: it read on in what was printed before, or said what nobody
   * can use. Costs a turn.
   */
  record Thought(boolean progress) implements Move {}

  /**
   * All of these, in this order, as one turn. A conclusion among them waits while a claim among
   * them goes back.
   */
  record Several(List<Move> moves) implements Move {
    public Several {
      moves = List.copyOf(moves);
    }
  }

  /** Nothing more to do. */
  record Conclusion(String summary) implements Move {}

  /** The mind cannot go on: it is away, out of budget, or talks nonsense. */
  record Refusal(String reason) implements Move {}
}
