package dev.swarm.agent.checks;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.yaml.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every check that loaded, by id in the order stated, and the mistakes in those that did not. */
public record Checks(Map<CheckId, Check> byId, List<Problem> problems) {
  public Checks {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    problems = List.copyOf(problems);
  }

  public Optional<Check> check(CheckId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Collection<Check> all() {
    return byId.values();
  }

  /** The checks of one area, in the order stated. */
  public List<Check> of(Area area) {
    return byId.values().stream().filter(check -> check.area().equals(area)).toList();
  }

  /** Those that concern {@code platform}. */
  public Checks on(Platform platform) {
    var some = new LinkedHashMap<>(byId);
    some.values().removeIf(check -> !check.platforms().contains(platform));
    return new Checks(some, problems);
  }

  /** The ids of those that concern each platform, by its name on the wire. */
  public Map<String, List<CheckId>> byPlatform() {
    var ids = new LinkedHashMap<String, List<CheckId>>();
    for (var platform : Platform.values()) {
      ids.put(platform.id(), List.copyOf(on(platform).byId().keySet()));
    }
    return ids;
  }

  /** The checks that judge the rows of {@code tool}. */
  public List<Check> judging(String tool) {
    return byId.values().stream().filter(check -> check.tool().equals(tool)).toList();
  }

  /** The areas that have checks: the built-in ones in their order, then others by first mention. */
  public List<Area> areas() {
    var areas = new ArrayList<Area>();
    var stated = byId.values().stream().map(Check::area).distinct().toList();
    Area.STANDARD.stream().filter(stated::contains).forEach(areas::add);
    stated.stream().filter(area -> !areas.contains(area)).forEach(areas::add);
    return List.copyOf(areas);
  }
}
