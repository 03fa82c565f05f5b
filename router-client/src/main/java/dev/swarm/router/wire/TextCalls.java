package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text that is nothing but calls, in one of the forms that models write and servers forget
 * to read. A text with anything else in it has no calls: prose about a call is not one.
 */
final class TextCalls {
  private final Cursor cursor;
  private final List<DraftCall> calls = new ArrayList<>();

  private TextCalls(String text) {
    this.cursor = new Cursor(text);
  }

  /** The calls of which {@code text} consists; none where it does not. */
  static List<DraftCall> in(String text) {
    var reading = new TextCalls(text.strip());
    return reading.all() ? List.copyOf(reading.calls) : List.of();
  }

  private boolean all() {
    while (!cursor.atEnd()) {
      if (!one() || calls.size() > PieceReader.MOST_CALLS) {
        return false;
      }
      cursor.space();
    }
    return true;
  }

  private boolean one() {
    if (cursor.skip("<tool_call>")) {
      return tagged(cursor.until("</tool_call>").orElseGet(cursor::rest).strip());
    }
    if (cursor.isBefore("<function=")) {
      return function(cursor);
    }
    if (cursor.skip("[TOOL_CALLS]")) {
      return mistral();
    }
    if (cursor.skip("<|tool_call_start|>")) {
      return python(cursor.until("<|tool_call_end|>").orElseGet(cursor::rest));
    }
    if (cursor.skip("<|python_tag|>")) {
      return pythonTag(cursor.rest().replaceFirst("<\\|(eom_id|eot_id)\\|>\\s*$", "").strip());
    }
    if (cursor.skip("```")) {
      var _ = cursor.name();
      return cursor.until("```").filter(inner -> json(inner.strip(), false)).isPresent();
    }
    return cursor.json().filter(value -> json(value, false)).isPresent();
  }

  /** What stands in {@code <tool_call>}: JSON, or the functions of Qwen's coders. */
  private boolean tagged(String inner) {
    if (!inner.startsWith("<function=")) {
      return json(inner, true);
    }
    var within = new Cursor(inner);
    while (!within.atEnd()) {
      if (!function(within)) {
        return false;
      }
      within.space();
    }
    return true;
  }

  /** {@code <function=NAME>} with JSON or {@code <parameter=NAME>VALUE</parameter>} in it. */
  private boolean function(Cursor from) {
    if (!from.skip("<function=")) {
      return false;
    }
    var name = from.until(">");
    var body = from.until("</function>").map(String::strip);
    var arguments = body.flatMap(TextCalls::parameters);
    arguments.ifPresent(text -> calls.add(new DraftCall("", name.orElseThrow().strip(), text)));
    return arguments.isPresent();
  }

  private static Optional<String> parameters(String body) {
    if (body.startsWith("{")) {
      return Optional.of(body);
    }
    var object = JsonNodeFactory.instance.objectNode();
    var cursor = new Cursor(body);
    while (!cursor.atEnd()) {
      var name = cursor.skip("<parameter=") ? cursor.until(">") : Optional.<String>empty();
      var value = name.flatMap(known -> cursor.until("</parameter>"));
      if (value.isEmpty() || object.has(name.orElseThrow())) {
        return Optional.empty();
      }
      object.put(name.orElseThrow(), withoutLineEnds(value.get()));
      cursor.space();
    }
    return Optional.of(object.toString());
  }

  /** The template puts one line end before and one behind a value; more belong to it. */
  private static String withoutLineEnds(String value) {
    var start = value.startsWith("\n") ? value.substring(1) : value;
    return start.endsWith("\n") ? start.substring(0, start.length() - 1) : start;
  }

  /** A list of JSON, or {@code NAME[ARGS]{…}} of newer models. */
  private boolean mistral() {
    cursor.space();
    var list = cursor.json();
    if (list.isPresent()) {
      return json(list.get(), true);
    }
    var name = cursor.name();
    if (cursor.skip("[CALL_ID]")) {
      var _ = cursor.name();
    }
    var _ = cursor.skip("[ARGS]");
    cursor.space();
    var arguments = cursor.json();
    arguments.ifPresent(text -> calls.add(new DraftCall("", name, text)));
    return arguments.isPresent() && !name.isEmpty();
  }

  /** JSON, several of them parted by semicolons as parsers of Llama 3 have it, or Python. */
  private boolean pythonTag(String inner) {
    if (!inner.startsWith("{")) {
      return python(inner);
    }
    var within = new Cursor(inner);
    while (!within.atEnd()) {
      if (within.json().filter(value -> json(value, true)).isEmpty()) {
        return false;
      }
      within.space();
      var _ = within.skip(";");
      within.space();
    }
    return true;
  }

  private boolean python(String inner) {
    var read = PythonCalls.in(inner.strip());
    calls.addAll(read);
    return !read.isEmpty();
  }

  private boolean json(String text, boolean marked) {
    var read = JsonCalls.in(text, marked);
    calls.addAll(read);
    return !read.isEmpty();
  }
}
