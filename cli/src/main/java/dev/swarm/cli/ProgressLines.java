package dev.swarm.cli;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Outcome;
import java.io.PrintStream;
import java.util.Locale;

/** What happens in a run, a line each; for {@code --verbose}. */
final class ProgressLines {
  private ProgressLines() {}

  static void tell(PrintStream out, Event event) {
    switch (event) {
      case Event.ToolReturned returned -> tell(out, returned);
      case Event.ModelReplied replied -> tell(out, replied);
      case Event.Escalated escalated -> tell(out, escalated);
      case Event.SubtaskEnded(Outcome outcome) -> tell(out, outcome);
      case Event.RunStarted _,
          Event.NodeJoined _,
          Event.SubtaskQueued _,
          Event.SubtaskOffered _,
          Event.SubtaskAccepted _,
          Event.SubtaskRefused _,
          Event.ToolCalled _,
          Event.ModelAsked _,
          Event.ClaimJudged _,
          FleetEvent _,
          Event.RunEnded _ -> {}
    }
  }

  private static void tell(PrintStream out, Event.ToolReturned returned) {
    out.printf(
        Locale.ROOT,
        "%-28s %-24s %s%s (%d rows, %d ms)%n",
        Place.of(returned.subtask()).call(returned.call()),
        returned.tool(),
        returned.ending(),
        returned.reason().isEmpty() ? "" : ": " + returned.reason(),
        returned.rows(),
        returned.took().toMillis());
  }

  private static void tell(PrintStream out, Event.ModelReplied replied) {
    var place = Place.of(replied.subtask()).area() + "/turn " + replied.turn();
    if (!replied.trouble().isEmpty()) {
      out.printf(Locale.ROOT, "%-28s %-24s %s%n", place, replied.model(), replied.trouble());
      return;
    }
    out.printf(
        Locale.ROOT,
        "%-28s %-24s %s (%d + %d tokens, waited %d ms, %d ms)%n",
        place,
        replied.model(),
        said(replied),
        replied.promptTokens(),
        replied.completionTokens(),
        replied.waited().toMillis(),
        replied.took().toMillis());
  }

  private static String said(Event.ModelReplied replied) {
    return replied.calls().isEmpty() ? "words" : String.join("; ", replied.calls());
  }

  private static void tell(PrintStream out, Event.Escalated escalated) {
    var wish = escalated.escalation();
    out.printf(
        Locale.ROOT,
        "%-28s %-24s %s: %s%n",
        Place.of(escalated.subtask()).area() + "/escalation",
        wish.permitted() ? wish.from() + " → " + wish.to() : wish.from(),
        wish.reason(),
        wish.answer());
  }

  private static void tell(PrintStream out, Outcome outcome) {
    out.printf(
        Locale.ROOT,
        "%-28s %s: %d tool calls, %d ms%n",
        Place.of(outcome.subtask()).area(),
        ending(outcome),
        outcome.effort().toolCalls(),
        outcome.effort().time().toMillis());
  }

  private static String ending(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed _ -> "done";
      case Outcome.Failed failed -> "failed, " + failed.detail();
    };
  }
}
