package dev.swarm.cli;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Recorded;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;

/** A line on a terminal that says how far a run is; written over, never scrolled. One thread. */
final class ProgressLine {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final int width;
  private final Set<String> working = new LinkedHashSet<>();
  private int areas;
  private int done;
  private int calls;
  private int turns;
  private int thinking;

  /**
   * @param width columns of the terminal; a line that is as wide would wrap
   */
  ProgressLine(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  void show(Recorded recorded) {
    if (count(recorded.event())) {
      out.print(CLEAR + shortened(text()));
      out.flush();
    }
  }

  void clear() {
    out.print(CLEAR);
    out.flush();
  }

  private boolean count(Event event) {
    return switch (event) {
      case Event.SubtaskQueued _ -> ++areas > 0;
      case Event.ToolCalled _ -> ++calls > 0;
      case Event.ModelAsked _ -> ++thinking > 0;
      case Event.ModelReplied _ -> replied();
      case Event.SubtaskAccepted accepted -> working.add(Place.of(accepted.subtask()).area());
      case Event.SubtaskEnded ended -> {
        boolean _ = working.remove(Place.of(ended.outcome().subtask()).area());
        yield ++done > 0;
      }
      case Event.RunStarted _,
          Event.NodeJoined _,
          Event.SubtaskOffered _,
          Event.SubtaskRefused _,
          Event.ToolReturned _,
          Event.Escalated _,
          Event.ClaimJudged _,
          FleetEvent _,
          Event.RunEnded _ ->
          false;
    };
  }

  private boolean replied() {
    turns++;
    thinking--;
    return true;
  }

  private String text() {
    var so = "swarm: " + done + " of " + areas + " areas, " + calls + " tool calls" + thought();
    return working.isEmpty() ? so : so + " · " + String.join(", ", working);
  }

  private String thought() {
    return turns + thinking == 0
        ? ""
        : ", " + turns + " model turns" + (thinking > 0 ? ", " + thinking + " thinking" : "");
  }

  private String shortened(String text) {
    int room = Math.max(1, width - 1);
    return text.length() <= room ? text : text.substring(0, room - 1) + "…";
  }
}
