package dev.swarm.agent.investigation;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Gate;
import dev.swarm.agent.proof.Grammars;
import dev.swarm.agent.proof.Prover;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Proof;
import dev.swarm.protocol.Subtask;
import dev.swarm.tools.ToolCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One subtask being worked, turn by turn. Used by one thread. */
final class Loop {
  private static final int STALLED = 3;

  private final Investigation.Parts parts;
  private final Subtask subtask;
  private final Mind mind;
  private final Consumer<Event> events;
  private final Instant begin;
  private final Acting acting;
  private final Gate gate;
  private final RepeatedCalls repeated;
  private Conversation conversation;
  private String end = "the mind concluded before";
  private int turns;
  private int stalled;

  Loop(Investigation.Parts parts, Subtask subtask, Mind mind, Consumer<Event> events) {
    this.parts = parts;
    this.subtask = subtask;
    this.mind = mind;
    this.events = events;
    this.begin = parts.clock().instant();
    var deadline = begin.plus(subtask.budget().time());
    this.acting =
        new Acting(subtask, parts.shared(), parts.threads(), parts.clock(), deadline, events);
    this.repeated = new RepeatedCalls(parts.toolbox().catalog());
    var toolbox = parts.toolbox();
    var grammars = new Grammars(toolbox.catalog(), toolbox.host().platform());
    this.gate = new Prover(parts.checks(), parts.questions(), grammars, acting::again);
    this.conversation = new Conversation(subtask, asked(), List.of());
  }

  private List<Check> asked() {
    return parts.checks().of(subtask.area()).stream()
        .filter(check -> subtask.checks().isEmpty() || subtask.checks().contains(check.id()))
        .toList();
  }

  /**
   * Goes on until there is nothing more to do.
   *
   * @throws InterruptedException if the subtask was cancelled
   */
  void run() throws InterruptedException {
    boolean goesOn = true;
    while (goesOn && spent().isEmpty()) {
      turns++;
      goesOn =
          switch (next()) {
            case Move.Calls(var calls) -> act(calls);
            case Move.Claims(var claims) -> prove(claims);
            case Move.Conclusion _ -> false;
            case Move.Refusal(var reason) -> {
              end = "the mind could not go on: " + reason;
              yield false;
            }
          };
    }
  }

  private Move next() throws InterruptedException {
    if (turns > 1 && turns == subtask.budget().turns()) {
      note("this is the last turn: say what you found, or conclude");
    }
    try {
      var move = mind.next(conversation);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return move;
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new MindBrokeException(mind.name(), e);
    }
  }

  /** Why there is no further turn; empty if there is one. */
  private String spent() {
    if (turns >= subtask.budget().turns()) {
      end = "its " + subtask.budget().turns() + " turns were spent";
    } else if (stalled >= STALLED) {
      end = "three turns brought nothing new";
    } else if (acting.left().isZero()) {
      end = "its time of " + subtask.budget().time().toMillis() / 1000.0 + " s was spent";
    } else {
      return "";
    }
    return end;
  }

  private boolean act(List<ToolCall> calls) throws InterruptedException {
    var fresh = new ArrayList<ToolCall>();
    for (var call : calls) {
      var known = repeated.of(call, conversation);
      if (known.isPresent()) {
        note("you asked " + told(call) + " already: " + known.get().id() + " holds the answer");
      } else if (fresh.stream().noneMatch(one -> repeated.same(one, call))) {
        fresh.add(call);
      }
    }
    var within = fresh.subList(0, Math.min(room(), fresh.size()));
    if (within.size() < fresh.size()) {
      note("the budget is spent; not run: " + told(fresh.subList(within.size(), fresh.size())));
    }
    stalled = within.isEmpty() ? stalled + 1 : 0;
    if (within.isEmpty()) {
      note("nothing new was run; conclude with what is known");
    } else {
      conversation = conversation.plus(new Entry.Looked(acting.run(List.copyOf(within))));
    }
    return true;
  }

  private int room() {
    boolean full = acting.outputBytes() >= subtask.budget().outputBytes();
    return full ? 0 : Math.max(0, subtask.budget().toolCalls() - acting.firstLooks());
  }

  private static String told(List<ToolCall> calls) {
    return calls.stream().map(Loop::told).collect(Collectors.joining("; "));
  }

  private static String told(ToolCall call) {
    return call.tool() + (call.arguments().isEmpty() ? "" : " " + call.arguments());
  }

  private boolean prove(List<Claim> claims) throws InterruptedException {
    var before = new Claims(conversation);
    int found = before.findings().size();
    var verdicts = gate.judge(claims, conversation, mind.name(), before::returned);
    verdicts.forEach(verdict -> events.accept(judged(verdict)));
    conversation = conversation.plus(new Entry.Judged(verdicts));
    stalled = findings().size() > found ? 0 : stalled + 1;
    return true;
  }

  private Event judged(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proven(var claim, var findings) ->
          new Event.ClaimJudged(
              subtask.id(),
              Proof.PROVEN,
              findings.getFirst().subject(),
              findings.getFirst().title());
      case Verdict.Rejected(_, var doubt, _) ->
          new Event.ClaimJudged(subtask.id(), doubt.proof(), doubt.claimed(), doubt.reason());
    };
  }

  private void note(String text) {
    conversation = conversation.plus(new Entry.Note(text));
  }

  Conversation conversation() {
    return conversation;
  }

  List<Finding> findings() {
    return new Claims(conversation).findings();
  }

  List<Doubt> doubts() {
    return new Claims(conversation).doubts();
  }

  List<Coverage> coverage() {
    return new Covering(parts.questions(), conversation, acting::secondLook, end).all();
  }

  Effort effort() {
    var took = Duration.between(begin, parts.clock().instant());
    return new Effort(turns, acting.calls(), took.isNegative() ? Duration.ZERO : took);
  }
}
