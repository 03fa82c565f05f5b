package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which reasoning goes back to the server: some refuse to see it again, some refuse a turn without
 * it. Those take an empty one for a turn that had none, but not its absence (librefang#4856), so
 * that a turn of another model passes too.
 */
final class Replayed {
  private Replayed() {}

  static List<ChatMessage> of(List<ChatMessage> messages, Profile.Replay replay) {
    int lastUser = lastUser(messages);
    var replayed = new ArrayList<ChatMessage>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      replayed.add(
          messages.get(i) instanceof Assistant said
              ? withReasoning(said, wanted(said, i > lastUser, replay))
              : messages.get(i));
    }
    return List.copyOf(replayed);
  }

  private static boolean wanted(Assistant said, boolean current, Profile.Replay replay) {
    return switch (replay) {
      case NONE -> false;
      case TOOL_TURNS -> current && !said.calls().isEmpty();
      case ALL -> true;
    };
  }

  private static Assistant withReasoning(Assistant said, boolean wanted) {
    if (wanted == said.reasoning().isPresent()) {
      return said;
    }
    return new Assistant(said.text(), said.calls(), wanted ? Optional.of("") : Optional.empty());
  }

  private static int lastUser(List<ChatMessage> messages) {
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i) instanceof User) {
        return i;
      }
    }
    return -1;
  }
}
