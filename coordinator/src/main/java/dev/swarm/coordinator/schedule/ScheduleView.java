package dev.swarm.coordinator.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.swarm.protocol.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule as it is shown.
 *
 * @param when as it is written, such as {@code at Mon 08:00 Europe/Berlin}
 * @param next when its next run starts
 * @param missed slots without a run of their own, since the schedule is known
 */
public record ScheduleView(
    String name,
    String when,
    Instant next,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Last> last,
    long missed) {

  /**
   * How the newest slot came out.
   *
   * @param run empty where none was started
   * @param state {@code running}, {@code complete}, {@code incomplete}, {@code cancelled}, {@code
   *     unfinished}, {@code damaged} or {@code not-started}
   * @param reason why it was not started; empty otherwise
   */
  public record Last(
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RunId> run,
      Instant at,
      String state,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason) {}

  static ScheduleView of(Schedule schedule, Kept kept, Instant now) {
    var from = kept.done().isAfter(now) ? kept.done() : schedule.dueBy(now);
    return new ScheduleView(
        schedule.name(),
        schedule.when().text(),
        schedule.due(schedule.when().next(from)),
        kept.last().map(last -> new Last(last.run(), last.at(), last.state(), last.reason())),
        kept.missed());
  }
}
