package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.swarm.router.chat.ChatMessage.Call;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Calls that are odd: rows 1 to 8, 18, 19 and 49. */
final class CallEdits {
  private CallEdits() {}

  static void asObject(Draft draft) {
    for (var function : draft.functions()) {
      Json.parsedObject(function.path("arguments").asText())
          .ifPresent(object -> function.set("arguments", object));
    }
  }

  static Consumer<Draft> written(String arguments) {
    return draft -> draft.functions().forEach(function -> function.put("arguments", arguments));
  }

  static void nulled(Draft draft) {
    draft.functions().forEach(function -> function.putNull("arguments"));
  }

  static void withoutArguments(Draft draft) {
    draft.functions().forEach(function -> function.remove("arguments"));
  }

  static Consumer<Draft> around(String before, String after) {
    return draft -> rewrite(draft, text -> before + text + after);
  }

  static void comma(Draft draft) {
    rewrite(draft, text -> text.equals("{}") ? text : text.substring(0, text.length() - 1) + ",}");
  }

  static void unclosed(Draft draft) {
    rewrite(draft, text -> text.substring(0, text.length() - 1));
  }

  private static void rewrite(Draft draft, UnaryOperator<String> rewriting) {
    for (var function : draft.functions()) {
      function.put("arguments", rewriting.apply(function.path("arguments").asText()));
    }
  }

  static void withoutId(Draft draft) {
    draft.calls().forEach(call -> call.remove("id"));
  }

  static Consumer<Draft> identified(String id) {
    return draft -> draft.calls().forEach(call -> call.put("id", id));
  }

  static void nullId(Draft draft) {
    draft.calls().forEach(call -> call.putNull("id"));
  }

  static void longIds(Draft draft) {
    for (var call : draft.calls()) {
      var seed = Seed.of(call.path("id").asText());
      call.put("id", hex(seed) + hex(seed.with(1)));
    }
  }

  private static String hex(Seed seed) {
    return String.format(Locale.ROOT, "%016x", seed.value());
  }

  static Consumer<Draft> named(String ending) {
    return draft ->
        draft
            .functions()
            .forEach(function -> function.put("name", function.path("name").asText() + ending));
  }

  static void otherCase(Draft draft) {
    for (var function : draft.functions()) {
      var name = function.path("name").asText();
      function.put("name", name.toUpperCase(Locale.ROOT).replace('_', '-'));
    }
  }

  static void unknown(Draft draft) {
    edit(draft, object -> object.put("because", "I say so"));
  }

  static void numbersAsText(Draft draft) {
    numbers(draft, (object, name) -> object.put(name, object.get(name).asText()));
  }

  static void numbersHuge(Draft draft) {
    numbers(draft, (object, name) -> object.put(name, 9_506_548_166_761_801L));
  }

  /** Jackson keeps no sign of a zero that is whole, hence by hand. */
  static void minusZero(Draft draft) {
    rewrite(draft, text -> text.replaceAll("(:\\s*)\\d+(\\s*[,}])", "$1-0$2"));
  }

  private static void numbers(Draft draft, BiFunction<ObjectNode, String, JsonNode> change) {
    edit(
        draft,
        object -> {
          for (var field : object.properties().stream().toList()) {
            if (field.getValue().isNumber()) {
              var _ = change.apply(object, field.getKey());
            }
          }
        });
  }

  private static void edit(Draft draft, Consumer<ObjectNode> change) {
    for (var function : draft.functions()) {
      Json.parsedObject(function.path("arguments").asText())
          .ifPresent(object -> {
            change.accept(object);
            function.put("arguments", object.toString());
          });
    }
  }

  /** The last call of the conversation again, with an id of this turn. */
  static void repeated(Draft draft) {
    var replies = draft.asked().replies();
    for (int i = replies.size() - 1; i >= 0; i--) {
      if (!replies.get(i).calls().isEmpty()) {
        repeat(draft, replies.get(i).calls().getLast());
        return;
      }
    }
  }

  private static void repeat(Draft draft, Call last) {
    var call = draft.message().putArray("tool_calls").addObject().put("type", "function");
    call.putObject("function").put("name", last.tool()).put("arguments", last.arguments());
    call.put("id", CallIds.id(draft.asked().conversation(), draft.asked().step(), 0));
    draft.finish("tool_calls");
  }
}
