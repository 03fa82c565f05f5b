package dev.swarm.router.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads calls that a model wrote as Python: {@code [f(a="b", n=1), g()]}, or one alone. */
final class PythonCalls {
  private final Cursor cursor;
  private final List<DraftCall> calls = new ArrayList<>();

  private PythonCalls(String text) {
    this.cursor = new Cursor(text);
  }

  /** The calls of which {@code text} consists; none where it does not. */
  static List<DraftCall> in(String text) {
    var reading = new PythonCalls(text);
    return reading.all() ? List.copyOf(reading.calls) : List.of();
  }

  private boolean all() {
    boolean list = cursor.skip("[");
    boolean good = call();
    while (good && list && separator()) {
      good = call();
    }
    boolean closed = !list || cursor.skip("]");
    cursor.space();
    return good && closed && cursor.atEnd();
  }

  private boolean separator() {
    cursor.space();
    boolean more = cursor.skip(",") && calls.size() <= PieceReader.MOST_CALLS;
    cursor.space();
    return more;
  }

  private boolean call() {
    cursor.space();
    // Llama 3 writes its own tools as name.call(…)
    var name = cursor.name().replaceFirst("\\.call$", "");
    if (name.isEmpty() || !cursor.skip("(")) {
      return false;
    }
    var arguments = arguments();
    arguments.ifPresent(text -> calls.add(new DraftCall("", name, text)));
    cursor.space();
    return arguments.isPresent();
  }

  private Optional<String> arguments() {
    var object = JsonNodeFactory.instance.objectNode();
    cursor.space();
    while (!cursor.skip(")")) {
      var name = cursor.name();
      cursor.space();
      var value =
          cursor.skip("=") ? new PythonValue(cursor).read() : Optional.<PythonValue.Node>empty();
      if (name.isEmpty() || value.isEmpty() || object.has(name)) {
        return Optional.empty();
      }
      object.set(name, value.get().json());
      if (!separator() && cursor.peek() != ')') {
        return Optional.empty();
      }
    }
    return Optional.of(object.toString());
  }
}
