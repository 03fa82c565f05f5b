package dev.swarm.cli;

import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Recorded;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A line on a terminal that says how far a run is; written over, never scrolled. One thread. */
final class ProgressLine {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final int width;
  private final Set<Place> working = new LinkedHashSet<>();
  private final Set<Place> known = new HashSet<>();
  private final Map<String, Integer> open = new HashMap<>();
  private int nodesDone;
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
      case Event.SubtaskQueued queued -> queued(Place.of(queued.subtask().id()));
      case Event.ToolCalled _ -> ++calls > 0;
      case Event.ModelAsked _ -> ++thinking > 0;
      case Event.ModelReplied _ -> replied();
      case Event.SubtaskAccepted accepted -> working.add(Place.of(accepted.subtask()));
      case Event.SubtaskEnded ended -> ended(Place.of(ended.outcome().subtask()));
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

  /** One that is queued again, after its node died, is known already. */
  private boolean queued(Place place) {
    if (known.add(place)) {
      areas++;
      open.merge(place.node(), 1, Integer::sum);
    }
    return true;
  }

  private boolean ended(Place place) {
    boolean _ = working.remove(place);
    if (open.merge(place.node(), -1, Integer::sum) == 0) {
      nodesDone++;
    }
    done++;
    return true;
  }

  private boolean replied() {
    turns++;
    thinking--;
    return true;
  }

  private String text() {
    var so =
        "swarm: "
            + nodes()
            + done
            + " of "
            + areas
            + " areas, "
            + calls
            + " tool calls"
            + thought();
    return working.isEmpty() ? so : so + " · " + String.join(", ", places());
  }

  /** Of one machine nobody needs its name. */
  private String nodes() {
    return open.size() > 1 ? nodesDone + " of " + open.size() + " nodes, " : "";
  }

  /** What is worked where: areas of one machine, else each node with how many. */
  private List<String> places() {
    if (open.size() == 1) {
      return working.stream().map(Place::area).toList();
    }
    var busy = new LinkedHashMap<String, Integer>();
    working.forEach(place -> busy.merge(place.node(), 1, Integer::sum));
    return busy.entrySet().stream().map(node -> node.getKey() + " " + node.getValue()).toList();
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
