package dev.swarm.coordinator.report;

import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Proof;
import dev.swarm.protocol.Recorded;
import java.util.ArrayList;
import java.util.List;

/** The fleet's audit, where one model made forty claims about web-02's storage, another one. */
final class Talkative {
  private Talkative() {}

  static List<Recorded> events() {
    return ModelHistory.events().stream()
        .map(recorded ->
            recorded.event() instanceof Event.SubtaskEnded(Outcome.Completed done)
                    && done.subtask().value().endsWith("web-02/storage")
                ? new Recorded(
                    recorded.run(),
                    recorded.epoch(),
                    recorded.sequence(),
                    recorded.at(),
                    new Event.SubtaskEnded(doubted(done)))
                : recorded)
        .toList();
  }

  private static Outcome doubted(Outcome.Completed done) {
    var doubts = new ArrayList<Doubt>();
    for (int claim = 0; claim < 40; claim++) {
      doubts.add(doubt(done, "claim " + claim, "loud"));
    }
    doubts.add(doubt(done, "the one claim", "quiet"));
    return new Outcome.Completed(
        done.subtask(),
        done.attempt(),
        done.mind(),
        done.findings(),
        doubts,
        done.coverage(),
        done.effort(),
        done.thinking());
  }

  private static Doubt doubt(Outcome.Completed done, String claimed, String mind) {
    var place = done.coverage().getFirst();
    return new Doubt(
        Proof.REFUTED, place.area(), place.node(), "/", claimed, "m", "r", mind, List.of());
  }
}
