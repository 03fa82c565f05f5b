package dev.swarm.coordinator.report;

import dev.swarm.coordinator.report.peers.NodeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to the fleet, in words; nothing for a run of one machine. */
final class FleetWords {
  private static final int NAMES = 6;
  private static final int MOST = 8;

  private FleetWords() {}

  /** Who led, and whether another stood by. */
  static String led(Report report) {
    return report.fleet().map(FleetWords::led).orElse("");
  }

  private static String led(Fleet fleet) {
    var words = new StringBuilder();
    fleet
        .limit()
        .ifPresent(limit ->
            words.append(
                " · limit "
                    + limit.limit()
                    + ": "
                    + NodeNames.number(limit.chosen())
                    + " of "
                    + NodeNames.number(limit.matching())
                    + " nodes, by lot"));
    for (Fleet.TakeOver took : Words.first(fleet.takeOvers(), MOST)) {
      words.append(" · " + took.by() + " took over from " + took.from());
    }
    if (fleet.takeOvers().size() > MOST) {
      words.append(" … " + (fleet.takeOvers().size() - MOST) + " more");
    }
    return words.append(guard(fleet)).toString();
  }

  private static String guard(Fleet fleet) {
    if (fleet.standbys().isEmpty()) {
      return " · no standby: what is here is kept once";
    }
    return fleet.guarded() ? " · a standby kept it too" : " · its standby was lost";
  }

  /** What an operator must not overlook, whatever was found. */
  static List<String> alarms(Report report) {
    return report.fleet().map(FleetWords::alarms).orElse(List.of());
  }

  private static List<String> alarms(Fleet fleet) {
    var alarms = new ArrayList<String>();
    for (Fleet.Stranger stranger : fleet.strangers()) {
      alarms.add(
          "a stranger is in the cluster: "
              + stranger.address()
              + ", seen by "
              + NodeNames.shortly(stranger.seenBy(), NAMES));
    }
    for (Fleet.Refused refused : fleet.refused()) {
      alarms.add(
          "refused by "
              + NodeNames.shortly(refused.nodes(), NAMES)
              + ": "
              + refused.command()
              + ": "
              + refused.reason());
    }
    clock(fleet).ifPresent(alarms::add);
    if (!fleet.contradictions().isEmpty()) {
      alarms.add(Words.many(fleet.contradictions().size(), "contradiction") + ", see below");
    }
    int rest = alarms.size() - MOST;
    return rest <= 0
        ? alarms
        : java.util.stream.Stream.concat(
                Words.first(alarms, MOST).stream(),
                java.util.stream.Stream.of("… " + rest + " more"))
            .toList();
  }

  private static Optional<String> clock(Fleet fleet) {
    long behind = fleet.clockBehindMillis();
    return behind == 0
        ? Optional.empty()
        : Optional.of(
            "the coordinator's own clock is "
                + Words.duration(Math.abs(behind))
                + (behind > 0 ? " behind" : " ahead of")
                + " the median of its nodes");
  }
}
