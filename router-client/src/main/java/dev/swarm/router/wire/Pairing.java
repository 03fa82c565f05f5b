package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Brings each result directly behind its call, whatever stood between; makes one up for a call that
 * has none, and leaves a result without a call away. One conversation, one thread.
 */
final class Pairing {
  private final Ids ids = new Ids();
  private final Map<String, List<Round.Slot>> slots = new HashMap<>();
  private final List<Supplier<List<ChatMessage>>> parts = new ArrayList<>();

  private final boolean together;

  private Pairing(boolean together) {
    this.together = together;
  }

  /**
   * Pairs the calls of {@code messages}.
   *
   * @param together whether a turn may have several calls; else each becomes a turn of its own
   *     (Llama 3's template raises "only supports single tool-calls at once")
   */
  static List<ChatMessage> of(List<ChatMessage> messages, boolean together) {
    var pairing = new Pairing(together);
    messages.forEach(pairing::take);
    var paired = new ArrayList<ChatMessage>(messages.size());
    pairing.parts.forEach(part -> paired.addAll(part.get()));
    return paired;
  }

  private void take(ChatMessage message) {
    switch (message) {
      case Instructions _, User _ -> parts.add(() -> List.of(message));
      case Assistant said when said.calls().isEmpty() -> parts.add(() -> List.of(said));
      case Assistant said -> begin(said);
      case Result result -> answer(result);
    }
  }

  private void begin(Assistant said) {
    var round = new Round(said, ids);
    parts.add(together ? round::messages : round::apart);
    for (int i = 0; i < said.calls().size(); i++) {
      var id = said.calls().get(i).id();
      slots.computeIfAbsent(id, _ -> new ArrayList<>()).add(round.slots().get(i));
    }
  }

  /** Ids come twice: the first open call of the latest turn that has one is meant. */
  private void answer(Result result) {
    var named = slots.getOrDefault(result.call(), List.of());
    if (named.isEmpty()) {
      return;
    }
    named.stream()
        .filter(Round.Slot::open)
        .reduce((best, next) -> next.isOf(best) ? best : next)
        .orElse(named.getLast())
        .answer(result.text());
  }
}
