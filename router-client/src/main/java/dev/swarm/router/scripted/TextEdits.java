package dev.swarm.router.scripted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls and thoughts where text belongs: rows 9, 10, 21, 30 and 31. */
final class TextEdits {
  private static final String THOUGHT = "Let me see. The user wants me to look.";

  private TextEdits() {}

  static void tagged(Draft draft) {
    spell(draft, call -> "<tool_call>\n" + json(call) + "\n</tool_call>", "\n");
  }

  static void bare(Draft draft) {
    spell(draft, TextEdits::json, "\n");
  }

  static void fenced(Draft draft) {
    spell(draft, call -> "```json\n" + json(call) + "\n```", "\n");
  }

  static void function(Draft draft) {
    spell(
        draft,
        call ->
            "<tool_call>\n"
                + "<function="
                + name(call)
                + ">\n"
                + parameters(call)
                + "</function>\n</tool_call>",
        "\n");
  }

  private static String parameters(ObjectNode function) {
    return arguments(function)
        .propertyStream()
        .map(field ->
            "<parameter=" + field.getKey() + ">\n" + field.getValue().asText() + "\n</parameter>\n")
        .collect(Collectors.joining());
  }

  static void mistral(Draft draft) {
    spell(draft, TextEdits::json, ",");
    if (draft.calls().isEmpty() && !draft.message().path("content").asText().isEmpty()) {
      draft.content("[TOOL_CALLS][" + draft.message().path("content").asText() + "]");
    }
  }

  static void pythonic(Draft draft) {
    spell(draft, call -> "<|tool_call_start|>[" + python(call) + "]<|tool_call_end|>", "");
  }

  private static String python(ObjectNode function) {
    return name(function)
        + arguments(function)
            .propertyStream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Several calls are parted by semicolons, as vLLM's parser for Llama 3 expects them. */
  static void pythonTag(Draft draft) {
    int calls = draft.calls().size();
    spell(draft, TextEdits::parameterised, "; ");
    if (calls > 0) {
      draft.content("<|python_tag|>" + text(draft));
    }
  }

  private static String parameterised(ObjectNode function) {
    var call = Json.object().put("name", name(function));
    return call.set("parameters", arguments(function)).toString();
  }

  static void quoted(Draft draft) {
    spell(draft, call -> "I could call " + json(call) + " but I would rather not.", "\n");
  }

  static void harmony(Draft draft) {
    spell(
        draft,
        call ->
            "<|channel|>analysis<|message|>"
                + THOUGHT
                + "<|end|><|start|>assistant"
                + "<|channel|>commentary to=functions."
                + name(call)
                + " <|constrain|>json<|message|>"
                + arguments(call)
                + "<|call|>",
        "");
  }

  static void prose(Draft draft) {
    spell(draft, call -> "I would now look at " + name(call) + ".", " ");
  }

  static void thought(Draft draft) {
    draft.content("<think>\n" + THOUGHT + "\n</think>\n\n" + text(draft));
  }

  static void thoughtOpen(Draft draft) {
    draft.content("<think>\n" + THOUGHT + text(draft));
  }

  static void thoughtClosed(Draft draft) {
    draft.content(THOUGHT + "\n</think>\n\n" + text(draft));
  }

  static Consumer<Draft> thinks(String field) {
    return draft -> draft.message().put(field, THOUGHT);
  }

  private static String text(Draft draft) {
    return draft.message().path("content").asText("");
  }

  /** Writes the calls into the text, and takes them out of where they belong. */
  private static void spell(Draft draft, Function<ObjectNode, String> spelling, String between) {
    if (draft.calls().isEmpty()) {
      return;
    }
    draft.content(draft.functions().stream().map(spelling).collect(Collectors.joining(between)));
    draft.message().remove("tool_calls");
    draft.finish("stop");
  }

  private static String json(ObjectNode function) {
    return Json.object()
        .put("name", name(function))
        .set("arguments", arguments(function))
        .toString();
  }

  private static String name(ObjectNode function) {
    return function.path("name").asText();
  }

  private static ObjectNode arguments(ObjectNode function) {
    return Json.parsedObject(function.path("arguments").asText("{}")).orElseGet(Json::object);
  }
}
