package dev.swarm.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.swarm.coordinator.report.Ending;
import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.store.PassingStore;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.Event;
import dev.swarm.protocol.FleetEvent;
import dev.swarm.protocol.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What dead processes have left open ends as what it is; what lives, or may, is left alone. */
class LeftoversTest {
  private static final Instant BEGAN = Instant.parse("2026-11-20T19:45:12Z");
  private static final Instant LATER = BEGAN.plus(Duration.ofMinutes(5));
  private static final Budget BUDGET = Budget.standard(Duration.ofSeconds(30));
  private final PassingStore store = new PassingStore("a test");

  private void begun(Event... more) {
    var well = Samples.subtask(Samples.RUN, "n1", "storage");
    var open = Samples.subtask(Samples.RUN, "n1", "time");
    add(new Event.RunStarted("0.1.0", "playbook", List.of("n1"), Samples.AREAS, List.of()));
    for (var event : more) {
      add(event);
    }
    add(new Event.NodeJoined(Samples.hello("n1", "4711", 4)));
    add(new Event.SubtaskQueued(well));
    add(new Event.SubtaskQueued(open));
    add(new Event.SubtaskOffered(open.id(), 2));
    add(new Event.SubtaskEnded(Samples.completed(well, 1, List.of())));
  }

  private void add(Event event) {
    long next = store.runs().runs().isEmpty() ? 1 : store.events(Samples.RUN).size() + 1;
    var _ = store.append(new Recorded(Samples.RUN, 1, next, BEGAN, event)).join();
  }

  private int end(Instant now, boolean alive) {
    return end(now, alive, false);
  }

  private int end(Instant now, boolean alive, boolean resuming) {
    Leftovers.Processes processes = (instance, _) -> alive || !instance.equals("4711");
    return new Leftovers(store, () -> now, processes, resuming).end();
  }

  @Test
  void what_was_completed_stays_and_the_rest_was_lost() {
    begun();
    assertEquals(1, end(LATER, false));
    var report = new Replay(store).report(Samples.RUN);
    assertEquals(
        List.of(Ending.COMPLETED, Ending.LOST),
        report.subtasks().stream().map(Report.Work::outcome).toList());
    assertTrue(report.subtasks().getLast().reason().contains("has died"));
    assertEquals(0, end(LATER, false), "it has ended");
  }

  @Test
  void a_run_whose_process_lives_or_that_was_just_written_to_goes_on() {
    begun();
    assertEquals(0, end(LATER, true));
    assertEquals(0, end(BEGAN.plusSeconds(30), false));
  }

  @Test
  void a_run_of_a_fleet_is_taken_up_and_not_ended() {
    var terms =
        new FleetEvent.TermsSet(
            true,
            Map.of(),
            "",
            BUDGET,
            Duration.ofMinutes(1),
            List.of(),
            Map.of(),
            Optional.empty());
    begun(terms);
    assertEquals(0, end(LATER, false));
  }

  @Test
  void what_happened_on_the_way_makes_no_fleet_of_one_machine() {
    begun(new FleetEvent.NodeReturned("n1"));
    assertEquals(1, end(LATER, false));
  }

  @Test
  void a_run_of_a_coordinator_that_stays_is_gone_on_with_where_one_does_for_a_day() {
    begun(new FleetEvent.LocalTermsSet(BUDGET, Duration.ofMinutes(1), List.of(), Optional.empty()));
    assertEquals(0, end(LATER, false, true));
    assertEquals(1, end(BEGAN.plus(Duration.ofHours(25)), false, true));
  }

  @Test
  void without_one_that_stays_it_is_ended() {
    begun(new FleetEvent.LocalTermsSet(BUDGET, Duration.ofMinutes(1), List.of(), Optional.empty()));
    assertEquals(1, end(LATER, false, false));
  }
}
