package dev.swarm.agent.router;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.Move;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Thinking;
import dev.swarm.router.Answer;
import dev.swarm.router.Tier;
import dev.swarm.router.Trouble;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.Reply;
import dev.swarm.router.chat.Toolset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model as a mind, for one subtask, after another mind did what has to be done. Each reply is a
 * turn. What the model cannot or must not do becomes an answer to it or, where it does not go on, a
 * refusal that says why. Used by one thread; blocks.
 */
final class RouterMind implements Mind {
  private static final int NUDGES = 2;

  private final Seat seat;
  private final Asking asking;
  private final Window window;
  private final Escalating escalating;
  private final Spending spending = new Spending();
  private final Reports reports = new Reports();
  private final Set<String> pages = new HashSet<>();
  private final Instant deadline;
  private Optional<Dialogue> opened = Optional.empty();
  private Optional<Round> round = Optional.empty();
  private String name;
  private String lacking = "";
  private Duration longest = Duration.ZERO;
  private boolean readOn;
  private int seen;
  private int nudges;
  private int cutOffs;

  /** For one subtask, whose time begins now. */
  RouterMind(Seat seat) {
    this.seat = seat;
    this.asking =
        new Asking(
            seat.model(), seat.subtask().id(), seat.bounds().reply(), seat.clock(), seat.events());
    this.window = new Window(seat.bounds(), seat.prompt().toolChars());
    this.escalating =
        new Escalating(
            seat.names(),
            seat.leave(),
            seat.bounds().frontierCalls(),
            seat::escalated);
    this.deadline = seat.clock().instant().plus(seat.subtask().budget().time());
    this.name = seat.names().local();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Thinking> thinking() {
    return Optional.of(
        new Thinking(
            spending.shares(),
            escalating.all(),
            Optional.of(lacking).filter(why -> !why.isEmpty())));
  }

  @Override
  public Move next(Conversation conversation) {
    try {
      return think(conversation);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Move.Refusal("cancelled");
    }
  }

  private Move think(Conversation conversation) throws InterruptedException {
    var dialogue = listen(conversation);
    seen = conversation.entries().size();
    var budget = seat.subtask().budget().tokens();
    long need = window.tokens(dialogue) + seat.bounds().reply();
    if (spending.tokens() + need > budget) {
      return refuse("its " + budget + " tokens were spent");
    }
    boolean last =
        conversation.isLastTurn()
            || spending.tokens() + 2 * need > budget
            || left().compareTo(longest.multipliedBy(2)) < 0;
    if (last) {
      dialogue.told(Notes.LAST_TURN);
    }
    var tier = last ? Tier.LOCAL : escalating.tier(name, left());
    if (tier == Tier.FRONTIER) {
      escalating.handOver().ifPresent(why -> dialogue.told(Notes.handOver(why)));
    }
    return heard(ask(dialogue, seat.prompt().tools(), tier, conversation), dialogue, last);
  }

  /** The opening, or what came of the last reply. */
  private Dialogue listen(Conversation conversation) {
    if (opened.isEmpty()) {
      conversation.verdicts().forEach(reports::known);
      if (Notes.checkAsks(conversation)) {
        escalating.checkAsks();
      }
      var dialogue = new Dialogue(seat.prompt().instructions(), seat.opening(conversation));
      opened = Optional.of(dialogue);
      return dialogue;
    }
    var dialogue = opened.get();
    var since = conversation.entries().subList(seen, conversation.entries().size());
    round.ifPresentOrElse(
        one -> one.answer(conversation, since, dialogue),
        () -> Round.verdicts(since).forEach(verdict -> dialogue.told(reports.told(verdict))));
    round = Optional.empty();
    escalating.turned(readOn || Notes.progress(since), doubts(since));
    readOn = false;
    return dialogue;
  }

  private static int doubts(List<Entry> since) {
    return (int)
        Round.verdicts(since).stream().filter(Verdict.Rejected.class::isInstance).count();
  }

  private Duration left() {
    var left = Duration.between(seat.clock().instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Asks; shortens and asks once more where it did not fit, and falls back from the frontier. */
  private Answer ask(Dialogue dialogue, Toolset tools, Tier tier, Conversation conversation)
      throws InterruptedException {
    var gist = Notes.gist(conversation, reports.gist());
    if (!window.fit(dialogue, gist)) {
      return new Answer.Failed(
          Trouble.of(
              Trouble.Kind.OVERFLOW,
              "",
              "a context of " + window.context() + " tokens is too small for this area"));
    }
    var answer = once(dialogue, tools, tier);
    if (answer instanceof Answer.Failed(var trouble)) {
      if (tier == Tier.FRONTIER) {
        escalating.fellBack();
        return ask(dialogue, tools, Tier.LOCAL, conversation);
      }
      if (trouble.kind() == Trouble.Kind.OVERFLOW && window.refused(dialogue, gist)) {
        return once(dialogue, tools, tier);
      }
    }
    return answer;
  }

  private Answer once(Dialogue dialogue, Toolset tools, Tier tier) throws InterruptedException {
    int chars = window.chars(dialogue);
    long estimate = window.tokens(dialogue);
    var asked =
        tier == Tier.FRONTIER ? seat.names().frontier().orElse(name) : seat.names().local();
    var begin = seat.clock().instant();
    var answer = asking.ask(dialogue.messages(), tools, tier, asked, left());
    var took = Duration.between(begin, seat.clock().instant());
    longest = took.compareTo(longest) > 0 ? took : longest;
    if (answer instanceof Answer.Replied(var reply, var served)) {
      name = served.model();
      spending.replied(served, reply.usage(), estimate);
      if (!tools.isEmpty()) {
        window.counted(chars, reply.usage());
      }
      if (tier == Tier.FRONTIER) {
        seat.leave().spent(reply.usage(), served.cost());
      }
    }
    return answer;
  }

  private Move heard(Answer answer, Dialogue dialogue, boolean last) throws InterruptedException {
    return switch (answer) {
      case Answer.Failed(var trouble) when trouble.kind() == Trouble.Kind.MODEL_FAULT ->
          nudge(dialogue, Notes.UNREADABLE, Asking.reason(trouble));
      case Answer.Failed(var trouble) -> refuse(name + ": " + Asking.reason(trouble));
      case Answer.Replied(var reply, _) ->
          switch (reply.ending()) {
            case CALLED -> last ? concluding(reply, dialogue) : called(reply, dialogue);
            case STOPPED -> spoke(reply, dialogue, last);
            case EMPTY -> nudge(dialogue, Notes.EMPTY, name + " gave no answer");
            case CUT_OFF -> cutOff(reply, dialogue);
            case FILTERED -> refuse(name + ": the server withheld its answer");
          };
    };
  }

  private Move called(Reply reply, Dialogue dialogue) {
    cutOffs = 0;
    dialogue.said(reply.message());
    var one = round(Want.of(reply));
    round = Optional.of(one);
    var move = one.move();
    readOn = move.moves().contains(new Move.Thought(true));
    return move;
  }

  private Round round(List<Want> wants) {
    int room = seat.bounds().prompt();
    return new Round(wants, reports, pages, seat.bounds().resultChars(), room);
  }

  /** The last turn: reports and the conclusion count, and nothing else is run. */
  private Move concluding(Reply reply, Dialogue dialogue) throws InterruptedException {
    var wants = Want.of(reply).stream().filter(Notes::concludes).toList();
    if (wants.isEmpty()) {
      dialogue.said(reply.message());
      reply.calls().forEach(call -> dialogue.answered(call.id(), Notes.NOT_RUN, Notes.NOT_RUN));
      return withoutTools(dialogue);
    }
    var moves = new ArrayList<>(round(wants).move().moves());
    if (!(moves.getLast() instanceof Move.Conclusion)) {
      moves.add(refuse(spent()));
    }
    return new Move.Several(moves);
  }

  private String spent() {
    return "it had not concluded when its turns, tokens or time were spent";
  }

  private Move withoutTools(Dialogue dialogue) throws InterruptedException {
    dialogue.told(Notes.PLAIN);
    var answer = once(dialogue, Toolset.NONE, Tier.LOCAL);
    var moves = new ArrayList<Move>();
    if (answer instanceof Answer.Replied(var reply, _)) {
      moves.addAll(Notes.spoken(reply));
    }
    moves.add(refuse(spent()));
    return new Move.Several(moves);
  }

  /** Prose: once it is asked to use the tools; after that, its word is its conclusion. */
  private Move spoke(Reply reply, Dialogue dialogue, boolean last) {
    dialogue.said(reply.message());
    if (!last && nudges == 0) {
      return nudge(dialogue, Notes.USE_TOOLS, "");
    }
    var moves = new ArrayList<>(Notes.spoken(reply));
    moves.add(new Move.Conclusion(""));
    return new Move.Several(moves);
  }

  private Move nudge(Dialogue dialogue, String words, String why) {
    nudges++;
    if (nudges > NUDGES) {
      return refuse(why + ", and asking again twice did not help");
    }
    dialogue.told(words);
    return new Move.Thought(false);
  }

  /** Nothing of what was cut off is done: a path may have lost its end. */
  private Move cutOff(Reply reply, Dialogue dialogue) {
    cutOffs++;
    if (cutOffs > 1) {
      return refuse(
          name + ": was cut off twice at " + seat.bounds().reply() + " tokens; allow it more");
    }
    var begun = Harmless.line(reply.message().text(), 200);
    if (!begun.isBlank()) {
      dialogue.said(new Assistant(begun, List.of(), Optional.empty()));
    }
    dialogue.told(Notes.SHORTER);
    return new Move.Thought(false);
  }

  private Move refuse(String why) {
    lacking = why;
    return new Move.Refusal(why);
  }
}
