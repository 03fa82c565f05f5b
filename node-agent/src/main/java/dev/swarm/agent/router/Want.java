package dev.swarm.agent.router;

import dev.swarm.agent.proof.Claim;
import dev.swarm.router.chat.Arguments;
import dev.swarm.router.chat.Reply;
import dev.swarm.tools.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One thing that a model's reply wants done; {@code id} is the call to answer. */
sealed interface Want {
  int MOST_LABELS = 40;
  int LONGEST = 600;

  /** Calls of tools that one reply may have run. */
  int MOST_CALLS = 8;

  String id();

  /** Run a tool of the catalog. */
  record Probe(String id, ToolCall call) implements Want {}

  /** Show more of what was printed. */
  record Read(String id, Arguments page) implements Want {}

  record Report(String id, Claim claim) implements Want {}

  /** Take back the report of that number, {@code c2}. */
  record Withdraw(String id, String number) implements Want {}

  record Conclude(String id, String summary) implements Want {}

  /** Nothing that can be done, and why. */
  record Useless(String id, String reason) implements Want {}

  /** What a reply wants, in its order. */
  static List<Want> of(Reply reply) {
    var wants = new ArrayList<Want>();
    int probes = 0;
    for (var called : reply.calls()) {
      var want = of(called);
      if (want instanceof Probe && ++probes > MOST_CALLS) {
        want = new Useless(called.id(), "not run: " + MOST_CALLS + " calls at once are enough");
      }
      wants.add(want);
    }
    return List.copyOf(wants);
  }

  private static Want of(Reply.Called called) {
    return switch (called) {
      case Reply.Called.Unusable(var id, _, var reason) -> new Useless(id, reason);
      case Reply.Called.Usable(var id, var tool, var arguments) ->
          switch (tool) {
            case OwnTools.READ_MORE -> new Read(id, arguments);
            case OwnTools.REPORT -> new Report(id, claim(arguments));
            case OwnTools.WITHDRAW ->
                new Withdraw(id, arguments.text("id").orElse("").strip().toLowerCase(Locale.ROOT));
            case OwnTools.CONCLUDE -> new Conclude(id, arguments.text("summary").orElse(""));
            default -> new Probe(id, call(tool, arguments));
          };
    };
  }

  private static ToolCall call(String tool, Arguments arguments) {
    var values = new LinkedHashMap<String, String>();
    arguments
        .names()
        .forEach(name -> arguments.text(name).ifPresent(value -> values.put(name, value)));
    return new ToolCall(tool, values, ToolCall.Caller.MODEL);
  }

  /** Lines, subject, field and sentence; how bad it is and what to call it is not the model's. */
  private static Claim claim(Arguments arguments) {
    var lines = arguments.texts("lines").stream().limit(MOST_LABELS).map(Want::cut).toList();
    var claim = Claim.of(lines, cut(arguments.text("subject")), cut(arguments.text("sentence")));
    return arguments
        .text("field")
        .map(Want::cut)
        .filter(field -> !field.isBlank())
        .map(claim::on)
        .orElse(claim);
  }

  private static String cut(Optional<String> text) {
    return cut(text.orElse(""));
  }

  private static String cut(String text) {
    var bare = text.strip();
    return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST);
  }
}
