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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A model as a mind, for one subtask, after another mind did what has to be done. Each reply is a
 * turn. What the model cannot or must not do becomes an answer to it or, where it does not go on, a
 * refusal that says why. Used by one thread; blocks.
 */
final class RouterMind implements Mind {
  private static final int NUDGES = 2;

  private final Seat seat;
  private final Conversing models;
  private final Escalating escalating;
  private final Reports reports = new Reports();
  private final Set<String> pages = new HashSet<>();
  private Optional<Dialogue> opened = Optional.empty();
  private Optional<Round> round = Optional.empty();
  private String lacking = "";
  private boolean readOn;
  private int seen;
  private int nudges;
  private int cutOffs;

  /** For one subtask, whose time begins now. */
  RouterMind(Seat seat) {
    this.seat = seat;
    this.models = new Conversing(seat);
    this.escalating =
        new Escalating(seat.names(), seat.leave(), seat.bounds().frontierCalls(), seat::escalated);
  }

  @Override
  public String name() {
    return models.name();
  }

  @Override
  public Optional<Thinking> thinking() {
    return Optional.of(
        new Thinking(
            models.shares(), escalating.all(), Optional.of(lacking).filter(why -> !why.isEmpty())));
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
    if (!models.affords(1, dialogue)) {
      return refuse("its " + seat.subtask().budget().tokens() + " tokens were spent");
    }
    boolean last = conversation.isLastTurn() || !models.affords(2, dialogue) || !models.hasTime(2);
    if (last) {
      dialogue.told(Notes.LAST_TURN);
    }
    Supplier<String> gist = () -> Notes.gist(conversation, reports.gist());
    return heard(ask(dialogue, last, gist), dialogue, last);
  }

  /** Of the tier whose turn it is; what the frontier tier does not answer, the local one does. */
  private Answer ask(Dialogue dialogue, boolean last, Supplier<String> gist)
      throws InterruptedException {
    var tier = last ? Tier.LOCAL : escalating.tier(models.name(), models.left());
    if (tier == Tier.FRONTIER) {
      escalating.handOver().ifPresent(why -> dialogue.told(Notes.handOver(why)));
      if (models.ask(dialogue, tier, gist) instanceof Answer.Replied replied) {
        return replied;
      }
      escalating.fellBack();
    }
    return models.ask(dialogue, Tier.LOCAL, gist);
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
    return (int) Round.verdicts(since).stream().filter(Verdict.Rejected.class::isInstance).count();
  }

  private Move heard(Answer answer, Dialogue dialogue, boolean last) throws InterruptedException {
    return switch (answer) {
      case Answer.Failed(var trouble) when trouble.kind() == Trouble.Kind.MODEL_FAULT ->
          nudge(dialogue, Notes.UNREADABLE, Asking.reason(trouble));
      case Answer.Failed(var trouble) -> refuse(models.name() + ": " + Asking.reason(trouble));
      case Answer.Replied(var reply, _) ->
          switch (reply.ending()) {
            case CALLED -> last ? concluding(reply, dialogue) : called(reply, dialogue);
            case STOPPED -> spoke(reply, dialogue, last);
            case EMPTY ->
                last
                    ? withoutTools(dialogue)
                    : nudge(dialogue, Notes.EMPTY, models.name() + " gave no answer");
            case CUT_OFF -> cutOff(reply, dialogue);
            case FILTERED -> refuse(models.name() + ": the server withheld its answer");
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
    dialogue.said(reply.message());
    if (Want.of(reply).stream().noneMatch(Notes::concludes)) {
      reply.calls().forEach(call -> dialogue.answered(call.id(), Notes.NOT_RUN, Notes.NOT_RUN));
      return withoutTools(dialogue);
    }
    var one = round(Want.of(reply).stream().map(Notes::ifItConcludes).toList());
    round = Optional.of(one);
    var moves = new ArrayList<>(one.move().moves());
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
    var answer = models.plainly(dialogue);
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
    moves.add(new Move.Conclusion(reply.message().text()));
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
          models.name()
              + ": was cut off twice at "
              + seat.bounds().reply()
              + " tokens; give it a larger context");
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
