package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of roles that templates insist on: one system message at most, and first; nobody speaks
 * twice in a row; nothing empty. What is added depends only on what came before, so that a longer
 * conversation begins as the shorter one did. One conversation, one thread.
 */
final class Turns {
  /** Opens a conversation that has nothing else for the model to answer. */
  static final String BEGIN = "Begin.";

  /** Stands between a result and a user's message where a template wants strict turns. */
  static final String NOTED = "Noted.";

  private static final String PARAGRAPH = "\n\n";

  private final Profile profile;
  private final List<ChatMessage> turns = new ArrayList<>();

  private Turns(Profile profile) {
    this.profile = profile;
  }

  /** Of {@code paired}, in which results already follow their calls. */
  static List<ChatMessage> of(List<ChatMessage> paired, Profile profile) {
    var turns = new Turns(profile);
    paired.forEach(turns::add);
    if (turns.unopened()) {
      turns.add(new User(BEGIN));
    }
    return turns.turns;
  }

  private void add(ChatMessage message) {
    switch (message) {
      case Instructions instructions -> instruct(instructions.text());
      case User user -> speak(user.text());
      case Assistant said -> say(said);
      case Result result -> turns.add(result);
    }
  }

  /** Instructions that come late are a user's message: moving them would cost the prefix. */
  private void instruct(String text) {
    if (text.isBlank()) {
      return;
    }
    if (profile.foldInstructions() || !unopened()) {
      speak(text);
    } else if (turns.isEmpty()) {
      turns.add(new Instructions(text));
    } else if (turns.getLast() instanceof Instructions before) {
      turns.set(0, new Instructions(before.text() + PARAGRAPH + text));
    }
  }

  private void speak(String text) {
    if (text.isBlank()) {
      return;
    }
    if (last() instanceof User before) {
      turns.set(turns.size() - 1, new User(before.text() + PARAGRAPH + text));
      return;
    }
    if (profile.alternate() && last() instanceof Result) {
      turns.add(new Assistant(NOTED, List.of(), Optional.empty()));
    }
    turns.add(new User(text));
  }

  private void say(Assistant said) {
    if (said.text().isBlank() && said.calls().isEmpty()) {
      return;
    }
    if (last() instanceof Assistant before) {
      turns.set(turns.size() - 1, joined(before, said));
      return;
    }
    if (profile.alternate() && unopened()) {
      turns.add(new User(BEGIN));
    }
    turns.add(said);
  }

  /** Whether nobody but the instructions has spoken. */
  private boolean unopened() {
    return turns.isEmpty() || turns.getLast() instanceof Instructions;
  }

  /** The last turn; something that is no turn where there is none. */
  private ChatMessage last() {
    return turns.isEmpty() ? new Instructions("") : turns.getLast();
  }

  /** {@code before} has no calls: those of a turn with calls are followed by results. */
  private static Assistant joined(Assistant before, Assistant next) {
    var text = next.text().isBlank() ? before.text() : before.text() + PARAGRAPH + next.text();
    var reasoning =
        before
            .reasoning()
            .map(first -> next.reasoning().map(then -> first + PARAGRAPH + then).orElse(first))
            .or(next::reasoning);
    return new Assistant(text, next.calls(), reasoning);
  }
}
