package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import java.util.Comparator;

/** The built-in areas in their order, then an operator's own by name. */
final class AreaOrder {
  static final Comparator<Area> STANDARD_FIRST =
      Comparator.comparingInt(AreaOrder::place).thenComparing(Comparator.naturalOrder());

  private AreaOrder() {}

  private static int place(Area area) {
    int place = Area.STANDARD.indexOf(area);
    return place < 0 ? Area.STANDARD.size() : place;
  }
}
