package dev.swarm.agent.investigation;

import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Gate;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Proof;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does what a mind wants, and writes what came of it into the conversation. Used by one thread. */
final class Steps {
  private final Budget budget;
  private final Acting acting;
  private final Gate gate;
  private final RepeatedCalls repeated;
  private final Consumer<Event> events;
  private Conversation conversation;
  private String summary = "";

  Steps(
      Conversation opening,
      Acting acting,
      Gate gate,
      RepeatedCalls repeated,
      Consumer<Event> events) {
    this.budget = opening.subtask().budget();
    this.acting = acting;
    this.gate = gate;
    this.repeated = repeated;
    this.events = events;
    this.conversation = opening;
  }

  /** What a move came to. */
  sealed interface Step {
    /** There is more to do. */
    record Further(boolean progress) implements Step {}

    /**
     * The mind does not go on.
     *
     * @param lacking why not; empty where it concluded
     */
    record Over(String lacking) implements Step {}
  }

  /** What the mind said when it concluded; its own words. */
  String summary() {
    return summary;
  }

  Conversation conversation() {
    return conversation;
  }

  void lastTurn() {
    conversation = conversation.lastTurn();
  }

  /**
   * Does what {@code move} says.
   *
   * @throws InterruptedException if the subtask was cancelled
   */
  Step take(Move move, String mind) throws InterruptedException {
    return switch (move) {
      case Move.Calls(var calls) -> new Step.Further(act(calls));
      case Move.Claims(var claims) -> new Step.Further(prove(claims, mind));
      case Move.Withdrawal(var claim) -> {
        add(new Entry.Withdrawn(claim, mind));
        yield new Step.Further(true);
      }
      case Move.Thought(var progress) -> new Step.Further(progress);
      case Move.Several(var moves) -> several(moves, mind);
      case Move.Conclusion(var words) -> {
        summary = words;
        yield new Step.Over("");
      }
      case Move.Refusal(var reason) -> new Step.Over(reason);
    };
  }

  private Step several(List<Move> moves, String mind) throws InterruptedException {
    int before = conversation.verdicts().size();
    boolean progress = false;
    for (var move : moves) {
      if (move instanceof Move.Conclusion && wentBack(before)) {
        continue;
      }
      switch (take(move, mind)) {
        case Step.Over over -> {
          return over;
        }
        case Step.Further(var further) -> progress |= further;
      }
    }
    return new Step.Further(progress);
  }

  private boolean wentBack(int before) {
    return !conversation.isLastTurn()
        && conversation.verdicts().stream()
            .skip(before)
            .anyMatch(verdict -> verdict instanceof Verdict.Rejected(_, _, var last) && !last);
  }

  private boolean act(List<ToolCall> calls) throws InterruptedException {
    var fresh = new ArrayList<ToolCall>();
    boolean recalled = false;
    for (var call : calls) {
      var known = repeated.of(call, conversation);
      if (known.isPresent()) {
        recalled |= recall(call, known.get());
      } else if (fresh.stream().anyMatch(one -> repeated.same(one, call))) {
        add(new Entry.NotRun(call, "the same call stands beside it"));
      } else {
        fresh.add(call);
      }
    }
    var within = List.copyOf(fresh.subList(0, Math.min(room(), fresh.size())));
    fresh.stream()
        .skip(within.size())
        .forEach(call -> add(new Entry.NotRun(call, "the budget is spent")));
    if (!within.isEmpty()) {
      var looks = acting.run(within);
      add(new Entry.Looked(looks));
      return recalled || looks.stream().anyMatch(Steps::ran);
    }
    if (!recalled) {
      add(new Entry.Note("nothing new was run; conclude with what is known"));
    }
    return recalled;
  }

  private static boolean ran(Look look) {
    return !(look.result().ending() instanceof Ending.Refused);
  }

  /** Whether that is news: somebody else made the call, and this one has not seen it. */
  private boolean recall(ToolCall call, Look known) {
    boolean again =
        known.call().caller() == call.caller()
            || conversation.entries().stream()
                .anyMatch(entry ->
                    entry instanceof Entry.Recalled(_, var look, _) && look.equals(known.id()));
    add(new Entry.Recalled(call, known.id(), again));
    return !again;
  }

  private int room() {
    boolean full = acting.outputBytes() >= budget.outputBytes();
    return full ? 0 : Math.max(0, budget.toolCalls() - acting.firstLooks());
  }

  private boolean prove(List<Claim> claims, String mind) throws InterruptedException {
    var before = new Claims(conversation);
    int found = before.findings().size();
    var verdicts = gate.judge(claims, conversation, mind, claim -> before.returned(claim, mind));
    verdicts.forEach(verdict -> events.accept(judged(verdict)));
    add(new Entry.Judged(verdicts));
    return new Claims(conversation).findings().size() > found;
  }

  private Event judged(Verdict verdict) {
    var subtask = conversation.subtask().id();
    return switch (verdict) {
      case Verdict.Proven(_, var findings) ->
          new Event.ClaimJudged(
              subtask, Proof.PROVEN, findings.getFirst().subject(), findings.getFirst().title());
      case Verdict.Rejected(_, var doubt, _) ->
          new Event.ClaimJudged(subtask, doubt.proof(), doubt.claimed(), doubt.reason());
    };
  }

  private void add(Entry entry) {
    conversation = conversation.plus(entry);
  }
}
