package dev.swarm.router.wire;

import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatMessage.Assistant;
import dev.swarm.router.chat.ChatMessage.Call;
import dev.swarm.router.chat.ChatMessage.Instructions;
import dev.swarm.router.chat.ChatMessage.Result;
import dev.swarm.router.chat.ChatMessage.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Conversations as models, crashes and compactions leave them; the same for the same seed. */
final class Histories {
  private static final List<String> IDS =
      List.of(
          "", "call_1", "call_2", "abcDEF123", "ABCdef456", "functions.df:0", "💥", "a b c d e");
  private static final List<String> ARGUMENTS =
      List.of(
          "{}",
          "{\"unit\":\"cron.service\",\"lines\":5}",
          "",
          "{",
          "null",
          "[1]",
          "\"{}\"",
          "{\"a\":1} trailing",
          "{\"a\":\"\\ud83d\"}",
          "{'a':1}",
          "{\"a\":NaN}",
          "{\"a\":\"\uD83D\"}",
          "{\"a\":".repeat(80) + "1" + "}".repeat(80));
  private static final List<String> TOOLS =
      List.of("df", "journal", "", "df<|channel|>commentary", "ein Werkzeug", "x".repeat(90));

  private final Random random;
  private final List<String> called = new ArrayList<>();
  private int texts;

  Histories(long seed) {
    random = new Random(seed);
  }

  /** Anything in any order. */
  List<ChatMessage> any() {
    var messages = new ArrayList<ChatMessage>();
    int length = 1 + random.nextInt(14);
    for (int i = 0; i < length; i++) {
      messages.add(message());
    }
    return messages;
  }

  /** What may follow once a model is asked: it speaks, and its own calls are answered once. */
  List<ChatMessage> continuation() {
    var messages = new ArrayList<ChatMessage>();
    messages.add(new Assistant(text(), calls(), reasoning()));
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      if (messages.getLast() instanceof Assistant said && !said.calls().isEmpty()) {
        said.calls().forEach(call -> messages.add(new Result(call.id(), text())));
      }
      messages.add(random.nextBoolean() ? new User(text()) : said());
    }
    return messages;
  }

  private ChatMessage message() {
    return switch (random.nextInt(8)) {
      case 0 -> new Instructions(maybeBlank());
      case 1, 2 -> new User(maybeBlank());
      case 3, 4 -> said();
      default -> new Result(called(), maybeBlank());
    };
  }

  /** Mostly the id of a call that was made. */
  private String called() {
    return called.isEmpty() || random.nextInt(4) == 0 ? one(IDS) : one(called);
  }

  private Assistant said() {
    return new Assistant(maybeBlank(), random.nextInt(4) == 0 ? List.of() : calls(), reasoning());
  }

  private List<Call> calls() {
    var calls = new ArrayList<Call>();
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      calls.add(new Call(one(IDS), one(TOOLS), one(ARGUMENTS)));
      called.add(calls.getLast().id());
    }
    return calls;
  }

  private Optional<String> reasoning() {
    return random.nextBoolean() ? Optional.of(text()) : Optional.empty();
  }

  private String maybeBlank() {
    return random.nextInt(4) == 0 ? " \n".substring(random.nextInt(3)) : text();
  }

  /** No two are the same. */
  private String text() {
    return "text " + texts++ + (random.nextInt(8) == 0 ? " cut \uD83D" : ".");
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
