package dev.swarm.cli;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Tells on stderr what happens: one line that is written over on a terminal, or each tool call. */
final class Progress implements Consumer<Recorded> {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final Talk talk;
  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  /** How much to tell. */
  enum Talk {
    NONE,
    LINE,
    CALLS
  }

  Progress(PrintStream out, Talk talk) {
    this.out = out;
    this.talk = talk;
  }

  @Override
  public void accept(Recorded recorded) {
    count(recorded.event());
    switch (talk) {
      case NONE -> {}
      case LINE -> line();
      case CALLS -> call(recorded.event());
    }
  }

  /** Takes the line away, so that the report begins on a clean one. */
  void done() {
    if (talk == Talk.LINE) {
      out.print(CLEAR);
      out.flush();
    }
  }

  private void count(Event event) {
    switch (event) {
      case Event.SubtaskQueued _ -> queued.incrementAndGet();
      case Event.SubtaskEnded _ -> ended.incrementAndGet();
      case Event.ToolCalled _ -> calls.incrementAndGet();
      case Event.RunStarted _,
          Event.NodeJoined _,
          Event.SubtaskOffered _,
          Event.SubtaskAccepted _,
          Event.SubtaskRefused _,
          Event.ToolReturned _,
          Event.ClaimJudged _,
          Event.RunEnded _ -> {}
    }
  }

  private void line() {
    out.print(
        String.format(
            Locale.ROOT,
            "%sswarm: %d of %d areas done, %d tool calls",
            CLEAR,
            ended.get(),
            queued.get(),
            calls.get()));
    out.flush();
  }

  private void call(Event event) {
    if (event instanceof Event.ToolReturned returned) {
      out.printf(
          Locale.ROOT,
          "%s %s %s: %s%s (%d rows, %d ms)%n",
          returned.subtask(),
          returned.call(),
          returned.tool(),
          returned.ending(),
          returned.reason().isEmpty() ? "" : " – " + returned.reason(),
          returned.rows(),
          returned.took().toMillis());
    } else if (event instanceof Event.SubtaskEnded(Outcome outcome)) {
      out.printf(
          Locale.ROOT,
          "%s ended: %d tool calls, %d ms%n",
          outcome.subtask(),
          outcome.effort().toolCalls(),
          outcome.effort().time().toMillis());
    }
  }
}
