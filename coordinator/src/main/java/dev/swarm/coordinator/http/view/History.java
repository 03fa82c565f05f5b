package dev.swarm.coordinator.http.view;

import dev.swarm.coordinator.life.Turn;
import dev.swarm.coordinator.store.RunSummary;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings over time, a day a line, oldest first; days are those of UTC. */
public record History(List<Day> days) {
  public History {
    days = List.copyOf(days);
  }

  /**
   * One day.
   *
   * @param open at its end, accepted ones too
   * @param fresh seen for the first time, or back again
   * @param runs that began on it
   */
  public record Day(
      LocalDate date,
      Severities open,
      @com.fasterxml.jackson.annotation.JsonProperty("new") int fresh,
      int fixed,
      int runs) {}

  private record Place(String node, Fingerprint fingerprint) {}

  /**
   * The last {@code count} days up to {@code today}.
   *
   * @param turns oldest first
   */
  public static History of(List<Turn> turns, List<RunSummary> runs, LocalDate today, int count) {
    var runsByDay = new HashMap<LocalDate, Integer>();
    runs.forEach(run -> runsByDay.merge(day(run.started()), 1, Integer::sum));
    var open = new HashMap<Place, Severity>();
    var days = new ArrayList<Day>();
    int next = 0;
    for (var date = today.minusDays(count - 1L); !date.isAfter(today); date = date.plusDays(1)) {
      int fresh = 0;
      int fixed = 0;
      while (next < turns.size() && !day(turns.get(next).at()).isAfter(date)) {
        var turn = turns.get(next++);
        boolean counts = day(turn.at()).equals(date);
        boolean gone = apply(turn, open);
        fixed += counts && gone ? 1 : 0;
        fresh += counts && isFresh(turn) ? 1 : 0;
      }
      var severities = Severities.of(open.values().stream());
      days.add(new Day(date, severities, fresh, fixed, runsByDay.getOrDefault(date, 0)));
    }
    return new History(days);
  }

  private static boolean apply(Turn turn, Map<Place, Severity> open) {
    var place = new Place(turn.node(), turn.fingerprint());
    return switch (turn.kind()) {
      case NEW, BACK, CHANGED -> {
        open.put(place, turn.severity());
        yield false;
      }
      case FIXED -> {
        open.remove(place);
        yield true;
      }
    };
  }

  private static boolean isFresh(Turn turn) {
    return turn.kind() == Turn.Kind.NEW || turn.kind() == Turn.Kind.BACK;
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
