package dev.swarm.coordinator.report;

import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Outcome;
import dev.swarm.protocol.Recorded;
import dev.swarm.protocol.SubtaskId;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hand-written fleet's audit, with models asked in it. */
final class ModelHistory {
  static final String DEAD =
      "could not ask qwen3:8b at router-a: connection refused; is it running? swarm doctor tells";
  private static final String RUN = "20261120-200400-7f3a/";

  private static final Map<String, Thinking> TOLD =
      Map.of(
          "web-01/storage",
          new Thinking(List.of(small(6, 2, 1, 0, 1, 0)), List.of(), Optional.empty()),
          "web-01/services",
          new Thinking(
              List.of(small(8, 1, 0, 1, 0, 1), big()),
              List.of(
                  new Escalation(
                      "qwen3:8b", "big-1", "a claim failed its proof twice", "permitted")),
              Optional.empty()),
          "db-01/services",
          new Thinking(
              List.of(small(12, 0, 0, 0, 0, 0)),
              List.of(
                  new Escalation(
                      "qwen3:8b",
                      "",
                      "no progress in three turns",
                      "no permit within 30 s: all 10 calls of this hour are spent")),
              Optional.of("the budget of 12 turns was spent")),
          "web-02/storage",
          lacking(),
          "web-02/services",
          lacking(),
          "web-02/security",
          lacking(),
          "db-01/security",
          lacking());

  private ModelHistory() {}

  static Report report() {
    return Merge.merge(events(), Optional.of(Histories.before()));
  }

  static List<Recorded> events() {
    var events = new ArrayList<Recorded>();
    for (Recorded recorded : Histories.events()) {
      events.add(at(recorded, recorded.sequence(), thought(recorded.event())));
    }
    events.add(at(events.getLast(), events.size() + 1, replied()));
    return events;
  }

  /** What is known of a subtask that was lost: its events. */
  private static Event replied() {
    return new Event.ModelReplied(
        new SubtaskId(RUN + "edge-01/network-and-dns"),
        1,
        "qwen3:8b",
        "router-a",
        2100,
        80,
        0,
        Duration.ZERO,
        Duration.ofSeconds(2),
        "",
        List.of("gateway"),
        "");
  }

  private static Recorded at(Recorded recorded, long sequence, Event event) {
    return new Recorded(recorded.run(), recorded.epoch(), sequence, recorded.at(), event);
  }

  private static Event thought(Event event) {
    return event instanceof Event.SubtaskEnded(Outcome.Completed done)
        ? new Event.SubtaskEnded(with(done, told(done)))
        : event;
  }

  private static Thinking told(Outcome.Completed done) {
    var place = done.subtask().value().substring(RUN.length());
    return TOLD.getOrDefault(place, Thinking.NONE);
  }

  static Outcome.Completed with(Outcome.Completed done, Thinking thinking) {
    return new Outcome.Completed(
        done.subtask(),
        done.attempt(),
        done.mind(),
        done.findings(),
        done.doubts(),
        done.coverage(),
        done.effort(),
        thinking);
  }

  private static Thinking lacking() {
    return new Thinking(List.of(), List.of(), Optional.of(DEAD));
  }

  private static ModelShare small(
      int turns, int proven, int mended, int withdrawn, int refuted, int unproven) {
    return new ModelShare(
        "qwen3:8b",
        "local",
        turns,
        proven,
        mended,
        withdrawn,
        refuted,
        unproven,
        turns * 2400L,
        turns * 110L,
        turns * 1900L,
        BigDecimal.ZERO);
  }

  private static ModelShare big() {
    return new ModelShare(
        "big-1", "frontier", 2, 1, 0, 0, 0, 0, 5200, 410, 2100, new BigDecimal("0.03120"));
  }
}
