package dev.swarm.agent.investigation;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Proof;
import dev.swarm.agent.proof.Prover;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Cause;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Offer;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Subtask;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.Toolbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * The think-act loop: asks a mind, runs the tools it wants, proves what it claims, until it
 * concludes, makes no progress, or the budget is spent. What is known then is the outcome.
 */
public final class Investigation {
  private static final int STALLED = 3;

  private final Toolbox toolbox;
  private final Tools shared;
  private final Checks checks;
  private final Questions questions;
  private final ExecutorService threads;
  private final InstantSource clock;

  /**
   * A loop for one node.
   *
   * @param shared where first looks go; measurements for proof go to {@code toolbox} itself
   * @param threads runs tool calls side by side
   */
  public Investigation(
      Toolbox toolbox,
      Tools shared,
      Checks checks,
      Questions questions,
      ExecutorService threads,
      InstantSource clock) {
    this.toolbox = toolbox;
    this.shared = shared;
    this.checks = checks;
    this.questions = questions;
    this.threads = threads;
    this.clock = clock;
  }

  /** Works {@code offer} with {@code mind}; blocks until it ended. Interrupting it cancels it. */
  public Outcome of(Offer offer, Mind mind, Consumer<Event> events) {
    var loop = new Loop(offer.subtask(), mind, events);
    try {
      loop.run();
    } catch (InterruptedException _) {
      return new Outcome.Failed(
          offer.subtask().id(), offer.attempt(), Cause.CANCELLED, "cancelled", loop.effort());
    }
    return new Outcome.Completed(
        offer.subtask().id(),
        offer.attempt(),
        mind.name(),
        loop.findings(),
        loop.doubts(),
        new Covering(questions, loop.conversation).all(),
        loop.effort());
  }

  private List<Check> checksOf(Subtask subtask) {
    return checks.of(subtask.area()).stream()
        .filter(check -> check.platforms().contains(toolbox.host().platform()))
        .filter(check -> subtask.checks().isEmpty() || subtask.checks().contains(check.id()))
        .toList();
  }

  /** One subtask being worked. */
  private final class Loop {
    private final Subtask subtask;
    private final Mind mind;
    private final Consumer<Event> events;
    private final Instant begin = clock.instant();
    private final Acting acting;
    private final Proof proof;
    private Conversation conversation;
    private int turns;
    private int stalled;

    Loop(Subtask subtask, Mind mind, Consumer<Event> events) {
      this.subtask = subtask;
      this.mind = mind;
      this.events = events;
      this.acting = new Acting(subtask, shared, toolbox::run, threads, events);
      this.proof = new Prover(checks, questions, acting::again);
      this.conversation = new Conversation(subtask, checksOf(subtask), List.of());
    }

    void run() throws InterruptedException {
      while (turns < subtask.budget().turns() && stalled < STALLED && timeIsLeft()) {
        turns++;
        switch (mind.next(conversation)) {
          case Move.Calls(var calls) -> act(calls);
          case Move.Claims(var claims) -> prove(claims);
          case Move.Conclusion _, Move.Refusal _ -> {
            return;
          }
        }
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }

    private boolean timeIsLeft() {
      return Duration.between(begin, clock.instant()).compareTo(subtask.budget().time()) < 0;
    }

    private void act(List<ToolCall> calls) throws InterruptedException {
      var fresh = new ArrayList<ToolCall>();
      for (var call : calls) {
        var known = conversation.look(call);
        if (known.isPresent()) {
          note("you asked that already: " + known.get().id() + " holds the answer");
        } else if (!fresh.contains(call)) {
          fresh.add(call);
        }
      }
      int room = subtask.budget().toolCalls() - acting.calls();
      boolean full = acting.outputBytes() >= subtask.budget().outputBytes();
      if (fresh.isEmpty() || room <= 0 || full) {
        stalled++;
        note("nothing new was run; conclude with what is known");
        return;
      }
      stalled = 0;
      var within = fresh.subList(0, Math.min(room, fresh.size()));
      conversation = conversation.plus(new Entry.Looked(acting.run(within)));
    }

    private void prove(List<Claim> claims) {
      var verdicts = new ArrayList<Verdict>();
      for (var claim : claims) {
        var verdict = proof.judge(claim, conversation, mind.name(), !mayMend(claim));
        verdicts.add(verdict);
        events.accept(judged(verdict));
      }
      stalled = verdicts.stream().anyMatch(Verdict.Proven.class::isInstance) ? 0 : stalled + 1;
      conversation = conversation.plus(new Entry.Judged(verdicts));
    }

    /** A claim on the same subject and field goes back to the mind once. */
    private boolean mayMend(Claim claim) {
      return conversation.verdicts().stream()
          .filter(Verdict.Rejected.class::isInstance)
          .map(Verdict::claim)
          .noneMatch(before ->
              before.subject().equals(claim.subject()) && before.field().equals(claim.field()));
    }

    private Event judged(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Proven(var claim, var findings) ->
            new Event.ClaimJudged(
                subtask.id(),
                dev.swarm.protocol.Proof.PROVEN,
                claim.subject(),
                findings.isEmpty() ? "holds" : findings.getFirst().title());
        case Verdict.Rejected(_, var doubt, _) ->
            new Event.ClaimJudged(subtask.id(), doubt.proof(), doubt.claimed(), doubt.reason());
      };
    }

    private void note(String text) {
      conversation = conversation.plus(new Entry.Note(text));
    }

    /** Each fingerprint once: the first mind to prove it has it. */
    List<Finding> findings() {
      var findings = new LinkedHashMap<String, Finding>();
      for (var verdict : conversation.verdicts()) {
        if (verdict instanceof Verdict.Proven(_, var proven)) {
          proven.forEach(one -> findings.putIfAbsent(one.fingerprint() + one.subject(), one));
        }
      }
      return List.copyOf(findings.values());
    }

    /** What was rejected for good: claims that were mended meanwhile do not count. */
    List<Doubt> doubts() {
      var doubts = new LinkedHashMap<String, Doubt>();
      for (var verdict : conversation.verdicts()) {
        var key = verdict.claim().subject() + "\n" + verdict.claim().field().orElse("");
        switch (verdict) {
          case Verdict.Proven _ -> doubts.remove(key);
          case Verdict.Rejected(_, var doubt, _) -> doubts.put(key, doubt);
        }
      }
      return List.copyOf(doubts.values());
    }

    Effort effort() {
      var took = Duration.between(begin, clock.instant());
      return new Effort(turns, acting.calls(), took.isNegative() ? Duration.ZERO : took);
    }
  }
}
