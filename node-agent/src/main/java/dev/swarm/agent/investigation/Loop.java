package dev.swarm.agent.investigation;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.investigation.Steps.Step;
import dev.swarm.agent.proof.AnswerText;
import dev.swarm.agent.proof.Grammars;
import dev.swarm.agent.proof.Prover;
import dev.swarm.protocol.Coverage;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Effort;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.Thinking;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One subtask being worked, turn by turn. Used by one thread. */
final class Loop {
  private static final int STALLED = 3;

  private final Investigation.Parts parts;
  private final Subtask subtask;
  private final Mind mind;
  private final Instant begin;
  private final Acting acting;
  private final Steps steps;
  private String end = "the mind concluded before";
  private String lacking = "";
  private final Set<String> minds = new HashSet<>();
  private int turns;
  private int stalled;

  Loop(Investigation.Parts parts, Subtask subtask, Mind mind, Consumer<Event> events) {
    this.parts = parts;
    this.subtask = subtask;
    this.mind = mind;
    this.begin = parts.clock().instant();
    var deadline = begin.plus(subtask.budget().time());
    this.acting =
        new Acting(subtask, parts.shared(), parts.threads(), parts.clock(), deadline, events);
    var toolbox = parts.toolbox();
    var grammars = new Grammars(toolbox.catalog(), toolbox.host().platform());
    this.steps =
        new Steps(
            new Conversation(subtask, asked(), List.of()),
            acting,
            new Prover(parts.checks(), parts.questions(), grammars, acting::again),
            new RepeatedCalls(toolbox.catalog()),
            events);
  }

  private List<Check> asked() {
    var all =
        subtask.question().isPresent()
            ? parts.checks().all().stream()
            : parts.checks().of(subtask.area()).stream();
    boolean every = subtask.question().isEmpty() && subtask.checks().isEmpty();
    return all.filter(check -> every || subtask.checks().contains(check.id())).toList();
  }

  /**
   * Goes on until there is nothing more to do.
   *
   * @throws InterruptedException if the subtask was cancelled
   */
  void run() throws InterruptedException {
    boolean goesOn = true;
    while (goesOn && !spent()) {
      turns++;
      goesOn =
          switch (turn()) {
            case Step.Further(var progress) -> {
              stalled = progress ? 0 : stalled + 1;
              yield true;
            }
            case Step.Over(var why) -> {
              if (!why.isEmpty()) {
                ended("the mind could not go on: " + why, why);
              }
              yield false;
            }
          };
    }
  }

  /** What breaks on top of a finished investigation ends it, and takes nothing away. */
  private Step turn() throws InterruptedException {
    try {
      var move = next();
      if (minds.add(mind.name())) {
        stalled = 0;
      }
      return steps.take(move, mind.name());
    } catch (RuntimeException | StackOverflowError e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!mind.onTop()) {
        throw e;
      }
      return new Step.Over(new MindBrokeException(mind.name(), e).getMessage());
    }
  }

  private Move next() throws InterruptedException {
    if (turns > 1 && turns == subtask.budget().turns()) {
      steps.lastTurn();
    }
    try {
      var move = mind.next(steps.conversation());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return move;
    } catch (RuntimeException | StackOverflowError e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new MindBrokeException(mind.name(), e);
    }
  }

  /** Whether there is no further turn. */
  private boolean spent() {
    if (turns >= subtask.budget().turns()) {
      ended("its " + subtask.budget().turns() + " turns were spent");
    } else if (stalled >= STALLED) {
      ended("three turns brought nothing new");
    } else if (acting.left().isZero()) {
      ended("its time of " + subtask.budget().time().toMillis() / 1000.0 + " s was spent");
    } else {
      return false;
    }
    return true;
  }

  private void ended(String why) {
    ended(why, why);
  }

  /** It was cancelled while a mind dug on top of what has to be done, which is done. */
  void cancelled() {
    ended("cancelled before the model had concluded");
  }

  /** What a mind does on top has no say in coverage, not even in its words. */
  private void ended(String why, String missing) {
    lacking = missing;
    if (!mind.onTop()) {
      end = why;
    }
  }

  Conversation conversation() {
    return steps.conversation();
  }

  List<Finding> findings() {
    return new Claims(conversation()).findings();
  }

  List<Doubt> doubts() {
    return new Claims(conversation()).doubts();
  }

  List<Coverage> coverage() {
    return new Covering(parts.questions(), conversation(), acting::secondLook, end).all();
  }

  /** What models brought, with what became of their claims. */
  Thinking thinking() {
    var tally = new Tally(conversation());
    return mind.thinking()
        .map(told ->
            new Thinking(
                told.shares().stream().map(tally::counted).toList(),
                told.escalations(),
                told.lacking().or(() -> Optional.of(lacking).filter(why -> !why.isEmpty())),
                answer()))
        .orElse(Thinking.NONE);
  }

  /** Of the model's own words, those that the proven findings bear. */
  private Optional<String> answer() {
    return subtask
        .question()
        .flatMap(_ -> AnswerText.borne(steps.summary(), findings(), conversation()));
  }

  Effort effort() {
    var took = Duration.between(begin, parts.clock().instant());
    return new Effort(turns, acting.calls(), took.isNegative() ? Duration.ZERO : took);
  }
}
