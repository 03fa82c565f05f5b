package dev.swarm.agent.router;

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
 * The messages that a model has been sent and has sent. They are only appended, so that the prefix
 * stays the same, until room runs out; then old results are left out first, and after them whole
 * rounds: an answer never stands without its call. Used by one thread.
 */
final class Dialogue {
  private static final int WRAPPING = 24;
  private static final int BEFORE = 2; // instructions and opening

  private final List<ChatMessage> messages = new ArrayList<>();
  private final Map<String, String> stubs = new HashMap<>();

  Dialogue(String instructions, String opening) {
    messages.add(new Instructions(instructions));
    messages.add(new User(opening));
  }

  /** All of it, oldest first. */
  List<ChatMessage> messages() {
    return List.copyOf(messages);
  }

  void said(Assistant message) {
    messages.add(message);
  }

  /**
   * What a call gave.
   *
   * @param stub what stands in its place when it has to make room
   */
  void answered(String call, String text, String stub) {
    messages.add(new Result(call, text));
    stubs.put(call, stub);
  }

  void told(String text) {
    messages.add(new User(text));
  }

  /** Characters in all, about as a request has them. */
  int chars() {
    int chars = 0;
    for (var message : messages) {
      chars += chars(message);
    }
    return chars;
  }

  private static int chars(ChatMessage message) {
    return WRAPPING
        + switch (message) {
          case Instructions(var text) -> text.length();
          case User(var text) -> text.length();
          case Result(var call, var text) -> call.length() + text.length();
          case Assistant(var text, var calls, _) ->
              text.length()
                  + calls.stream()
                      .mapToInt(call -> 60 + call.tool().length() + call.arguments().length())
                      .sum();
        };
  }

  /**
   * Makes room: the newest round stays as it is.
   *
   * @param most characters to come down to, where that can be
   * @param gist what to say of rounds that are left out
   * @return whether anything became shorter
   */
  boolean shorten(int most, Supplier<String> gist) {
    int before = chars();
    int newest = newestRound();
    for (int i = BEFORE; i < newest && chars() > most; i++) {
      if (messages.get(i) instanceof Result(var call, var text)) {
        var stub = stubs.getOrDefault(call, "(left out)");
        if (stub.length() < text.length()) {
          messages.set(i, new Result(call, stub));
        }
      }
    }
    if (chars() > most) {
      leaveOut(most, gist.get());
    }
    return chars() < before;
  }

  private void leaveOut(int most, String gist) {
    boolean cut = false;
    while (chars() + gist.length() > most && newestRound() > BEFORE) {
      int end = BEFORE + 1;
      while (!(messages.get(end) instanceof Assistant)) {
        end++;
      }
      messages.subList(BEFORE, end).clear();
      cut = true;
    }
    if (cut) {
      messages.add(BEFORE, new User(gist));
    }
  }

  /** Where the last round begins: with what the model said. */
  private int newestRound() {
    for (int i = messages.size() - 1; i >= BEFORE; i--) {
      if (messages.get(i) instanceof Assistant) {
        return i;
      }
    }
    return BEFORE;
  }
}
