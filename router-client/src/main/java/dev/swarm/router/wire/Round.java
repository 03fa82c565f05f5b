package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A model's turn with calls, and what each of them gave. One thread. */
final class Round {
  /** The result of a call whose own is lost: to a crash, a cut, a compaction. */
  static final String INTERRUPTED = "interrupted: this call gave no result";

  /** A server may refuse an empty text; the model is told what it means. */
  static final String NO_OUTPUT = "(no output)";

  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-zA-Z0-9_-]");
  private static final int LONGEST_NAME = 64;

  private final Assistant said;
  private final List<Slot> slots;

  /** The turn {@code said}, its calls with ids that are theirs alone. */
  Round(Assistant said, Ids ids) {
    this.said = said;
    this.slots = said.calls().stream().map(call -> new Slot(this, call, ids)).toList();
  }

  List<Slot> slots() {
    return slots;
  }

  /** The turn and its results, in the order of the calls. */
  List<ChatMessage> messages() {
    var messages = new ArrayList<ChatMessage>();
    messages.add(with(slots.stream().map(Slot::call).toList()));
    slots.forEach(slot -> messages.add(slot.result()));
    return messages;
  }

  /** The same as one turn for each call; what was said stands in the first. */
  List<ChatMessage> apart() {
    var messages = new ArrayList<ChatMessage>();
    for (var slot : slots) {
      var calls = List.of(slot.call());
      messages.add(messages.isEmpty() ? with(calls) : new Assistant("", calls, Optional.empty()));
      messages.add(slot.result());
    }
    return messages;
  }

  private Assistant with(List<Call> calls) {
    return new Assistant(said.text().isBlank() ? "" : said.text(), calls, said.reasoning());
  }

  /** One call, and the place of its result. */
  static final class Slot {
    private final Round round;
    private final Call call;
    private final List<String> texts = new ArrayList<>();

    private Slot(Round round, Call call, Ids ids) {
      this.round = round;
      this.call =
          new Call(ids.unique(call.id()), nameOf(call.tool()), SentArguments.of(call.arguments()));
    }

    boolean open() {
      return texts.isEmpty();
    }

    boolean isOf(Slot other) {
      return round == other.round;
    }

    /** A further text for the same call is kept too, once. */
    void answer(String text) {
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }

    private Call call() {
      return call;
    }

    private Result result() {
      var text = open() ? INTERRUPTED : String.join("\n", texts);
      return new Result(call.id(), text.isBlank() ? NO_OUTPUT : text);
    }

    /** A name that a model made up may break the contract's form, for ever. */
    private static String nameOf(String tool) {
      var name = NOT_IN_NAMES.matcher(tool).replaceAll("_");
      if (name.isEmpty()) {
        return "unnamed";
      }
      return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
  }
}
