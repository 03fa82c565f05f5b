package dev.swarm.coordinator.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.Precedence;
import dev.swarm.coordinator.Target;
import dev.swarm.coordinator.time.CrankedTimers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {
  private static final Scope ALL =
      new Scope(Target.everybody(), Optional.empty(), List.of(), List.of());

  private final CrankedTimers timers = new CrankedTimers("2026-11-20T19:45:12Z");
  private final ScriptedStarter starter = new ScriptedStarter(timers);
  private final List<String> told = new ArrayList<>();
  private Precedence rank = Precedence.ALONE;

  @TempDir private Path folder;

  @Test
  void a_run_starts_at_each_slot_and_at_its_very_second() {
    var _ = open(hourly());
    timers.until("2026-11-20T23:30:00Z");
    assertEquals(
        List.of(
            "2026-11-20T20:00:00Z",
            "2026-11-20T21:00:00Z",
            "2026-11-20T22:00:00Z",
            "2026-11-20T23:00:00Z"),
        starter.times());
  }

  @Test
  void after_a_time_without_a_coordinator_there_is_one_run_and_not_many() {
    var before = open(hourly());
    timers.until("2026-11-20T20:30:00Z");
    before.close();
    timers.set("2026-11-22T10:20:00Z");
    var after = open(hourly());
    timers.until("2026-11-22T10:50:00Z");
    assertEquals(List.of("2026-11-20T20:00:00Z", "2026-11-22T10:20:05Z"), starter.times());
    assertEquals(37, after.views().getFirst().missed());
    timers.until("2026-11-22T11:10:00Z");
    assertEquals("2026-11-22T11:00:00Z", starter.times().getLast());
  }

  @Test
  void what_is_not_to_be_caught_up_is_left_out_and_counted() {
    var never = new Schedule("hourly", hourly().when(), Duration.ZERO, false, ALL);
    open(never).close();
    timers.set("2026-11-21T10:20:00Z");
    var after = open(never);
    timers.until("2026-11-21T10:59:00Z");
    assertEquals(List.of(), starter.times());
    assertEquals(15, after.views().getFirst().missed());
    assertEquals("not-started", after.views().getFirst().last().orElseThrow().state());
  }

  @Test
  void no_schedule_has_two_runs_at_once() {
    starter.keepOpen();
    var schedules = open(hourly());
    timers.until("2026-11-20T22:30:00Z");
    assertEquals(List.of("2026-11-20T20:00:00Z"), starter.times());
    assertEquals("running", schedules.views().getFirst().last().orElseThrow().state());
    starter.end("incomplete");
    assertEquals("incomplete", schedules.views().getFirst().last().orElseThrow().state());
    assertEquals(2, schedules.views().getFirst().missed());
    timers.until("2026-11-20T23:30:00Z");
    assertEquals("2026-11-20T23:00:00Z", starter.times().getLast());
  }

  @Test
  void a_run_under_way_is_known_after_a_restart() {
    starter.keepOpen();
    var _ = open(hourly());
    timers.until("2026-11-20T20:30:00Z");
    timers.set("2026-11-20T20:40:00Z");
    var _ = open(hourly());
    timers.until("2026-11-20T21:30:00Z");
    assertEquals(List.of("2026-11-20T20:00:00Z"), starter.times());
  }

  @Test
  void a_process_that_died_between_start_and_note_does_not_start_the_same_slot_again()
      throws IOException {
    var _ = open(hourly());
    timers.until("2026-11-20T19:50:00Z");
    var book = Files.readString(folder.resolve("schedules.json"));
    timers.until("2026-11-20T20:00:00Z");
    Files.writeString(folder.resolve("schedules.json"), book);
    var again = open(hourly());
    timers.until("2026-11-20T20:30:00Z");
    assertEquals(List.of("2026-11-20T20:00:00Z"), starter.times());
    assertEquals(0, again.views().getFirst().missed());
  }

  @Test
  void a_book_that_cannot_be_read_is_put_aside() throws IOException {
    Files.writeString(folder.resolve("schedules.json"), "{\"version\":1,\"sched");
    var _ = open(hourly());
    timers.until("2026-11-20T20:30:00Z");
    assertEquals(1, starter.times().size());
    assertTrue(Files.exists(folder.resolve("schedules.json.damaged")));
  }

  @Test
  void one_who_is_behind_starts_nothing_and_steps_in_when_the_first_is_gone() {
    rank = Precedence.BEHIND;
    var _ = open(hourly());
    timers.until("2026-11-20T20:01:00Z");
    assertEquals(List.of(), starter.times());
    rank = Precedence.ALONE;
    timers.until("2026-11-20T20:01:30Z");
    assertEquals(1, starter.times().size());
  }

  @Test
  void what_another_has_seen_to_is_not_made_up_for() {
    rank = Precedence.BEHIND;
    var _ = open(hourly());
    timers.until("2026-11-20T22:30:00Z");
    rank = Precedence.ALONE;
    timers.until("2026-11-20T22:50:00Z");
    assertEquals(List.of(), starter.times());
  }

  @Test
  void one_who_comes_back_among_others_leaves_the_past_to_them() {
    open(hourly()).close();
    timers.set("2026-11-21T10:20:00Z");
    rank = Precedence.FIRST;
    var _ = open(hourly());
    timers.until("2026-11-21T11:10:00Z");
    assertEquals(List.of("2026-11-21T11:00:00Z"), starter.times());
  }

  @Test
  void of_two_on_one_clock_only_the_first_starts() throws IOException {
    rank = Precedence.FIRST;
    var _ = open(hourly());
    var other = Files.createDirectory(folder.resolve("other"));
    var _ = Schedules.open(parts(other, () -> Precedence.BEHIND, hourly()));
    timers.until("2026-11-21T19:30:00Z");
    assertEquals(24, starter.times().size());
  }

  @Test
  void a_clock_that_was_years_ahead_does_not_silence_a_schedule() {
    timers.set("2031-01-01T00:00:00Z");
    open(hourly()).close();
    timers.set("2026-11-20T19:45:12Z");
    var _ = open(hourly());
    timers.until("2026-11-20T21:30:00Z");
    assertEquals(List.of("2026-11-20T20:00:00Z", "2026-11-20T21:00:00Z"), starter.times());
  }

  @Test
  void a_clock_that_is_set_is_noticed_within_a_moment() {
    var _ = open(hourly());
    timers.until("2026-11-20T19:46:00Z");
    timers.set("2026-11-20T20:30:00Z");
    timers.advance(Duration.ofSeconds(21));
    assertEquals(1, starter.times().size());
  }

  @Test
  void jitter_is_the_same_on_each_machine_and_within_its_bounds() {
    var spread = Duration.ofMinutes(20);
    var nightly = new Schedule("nightly", hourly().when(), spread, true, ALL);
    var _ = open(nightly);
    timers.until("2026-11-22T19:50:00Z");
    var late =
        starter.times().stream()
            .map(Instant::parse)
            .map(at -> Duration.between(hourly().when().latest(at), at))
            .toList();
    assertEquals(48, late.size());
    assertTrue(late.stream().allMatch(each -> each.compareTo(spread) <= 0));
    assertTrue(late.stream().distinct().count() > 20);
    var slot = Instant.parse("2026-11-20T20:00:00Z");
    assertEquals(
        nightly.due(slot).truncatedTo(ChronoUnit.MILLIS),
        Instant.parse(starter.times().getFirst()));
  }

  @Test
  void while_the_store_cannot_be_used_a_slot_stays_due_and_its_trouble_is_told_once() {
    starter.failing(new UnsupportedOperationException("storage full"));
    var _ = open(hourly());
    timers.until("2026-11-20T20:30:00Z");
    assertEquals(List.of("could not see to schedule hourly: storage full"), told);
    starter.mended();
    timers.until("2026-11-20T20:31:00Z");
    assertEquals(1, starter.times().size());
  }

  @Test
  void what_cannot_be_asked_is_left_out_with_its_reason() {
    starter.failing(new IllegalArgumentException("no such area"));
    var schedules = open(hourly());
    timers.until("2026-11-20T20:30:00Z");
    var last = schedules.views().getFirst().last().orElseThrow();
    assertEquals("no such area", last.reason());
    assertEquals(Optional.empty(), last.run());
  }

  @Test
  void what_is_shown_says_when_and_how() {
    var schedules = open(hourly());
    timers.until("2026-11-20T20:30:00Z");
    var view = schedules.views().getFirst();
    assertEquals("every 1h", view.when());
    assertEquals(Instant.parse("2026-11-20T21:00:00Z"), view.next());
    assertEquals("complete", view.last().orElseThrow().state());
  }

  private Schedule hourly() {
    return new Schedule("hourly", new When.Every(Duration.ofHours(1)), Duration.ZERO, true, ALL);
  }

  private Schedules open(Schedule schedule) {
    return Schedules.open(parts(folder, () -> rank, schedule));
  }

  private Schedules.Parts parts(Path where, Supplier<Precedence> turn, Schedule schedule) {
    return new Schedules.Parts(
        List.of(schedule), where, starter, turn, timers, Runnable::run, told::add);
  }
}
