package dev.swarm.cli;

import dev.swarm.coordinator.Limit;
import dev.swarm.coordinator.Target;
import dev.swarm.coordinator.schedule.Moment;
import dev.swarm.coordinator.schedule.Schedule;
import dev.swarm.coordinator.schedule.Scope;
import dev.swarm.coordinator.schedule.When;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.tools.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code schedules:}, each an audit that {@code swarm serve} starts by itself. A mistake is a
 * problem at its line, and the schedule that has one is left out.
 */
final class ScheduleReader {
  private ScheduleReader() {}

  /** The schedules of {@code settings}, in the order written. */
  static List<Schedule> read(YamlMap settings) {
    var schedules = new ArrayList<Schedule>();
    var names = new HashSet<String>();
    for (var one : settings.maps("schedules")) {
      var schedule = schedule(one);
      if (schedule.isPresent() && !names.add(schedule.get().name())) {
        one.problem("name", "two schedules are named '" + schedule.get().name() + "'");
      }
      schedule.ifPresent(schedules::add);
    }
    return List.copyOf(schedules);
  }

  private static Optional<Schedule> schedule(YamlMap map) {
    int before = map.file().problemCount();
    var name = map.required("name");
    var when = when(map);
    var jitter = map.duration("jitter").orElse(Duration.ZERO);
    boolean catchUp = map.flag("catch-up", true);
    var scope = scope(map);
    map.finish();
    if (map.file().problemCount() > before) {
      return Optional.empty();
    }
    try {
      return when.map(times -> new Schedule(name, times, jitter, catchUp, scope));
    } catch (IllegalArgumentException e) {
      map.problem(
          String.valueOf(e.getMessage()).startsWith("jitter") ? "jitter" : "name", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<When> when(YamlMap map) {
    var interval = map.duration("every");
    var moments = map.readAll("at", Moment::parse);
    var zone = map.read("zone", ScheduleReader::zone);
    if (map.has("every") == map.has("at")) {
      map.problem("", "a schedule has either 'every', such as 6h, or 'at', such as [\"02:30\"]");
      return Optional.empty();
    }
    if (map.has("every") && zone.isPresent()) {
      map.problem("zone", "'zone' belongs to 'at'; an interval is counted in UTC");
    }
    try {
      return map.has("every")
          ? interval.map(When.Every::new)
          : Optional.of(new When.At(moments, zone.orElse(ZoneOffset.UTC)));
    } catch (IllegalArgumentException e) {
      map.problem(map.has("every") ? "every" : "at", e.getMessage());
      return Optional.empty();
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a zone such as Europe/Berlin, not '" + text + "'", e);
    }
  }

  private static Scope scope(YamlMap map) {
    var nodes = map.readAll("nodes", FleetReader::node).stream().distinct().toList();
    var labels = map.map("labels").map(FleetReader::labels).orElse(Map.of());
    if (!nodes.isEmpty() && !labels.isEmpty()) {
      map.problem("labels", "'nodes' and 'labels': choose by one of them");
    }
    return new Scope(
        nodes.isEmpty() ? new Target.Matching(labels) : new Target.Named(nodes),
        map.read("limit", Limit::new),
        map.readAll("areas", Area::new).stream().distinct().toList(),
        map.readAll("checks", CheckId::new).stream().distinct().toList());
  }
}
