package dev.swarm.loadtest.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdealTest {
  private static final Rounds REFERENCE =
      Rounds.parse("1,1,1,1,3,5,6,8,3,3,4,4,2,2,3,3,4,4,4,5,3,4,4,4");
  private static final ThinkTime CALL = ThinkTime.parse("350ms");

  @Test
  void the_reference_work_has_the_schedules_that_others_computed_for_it() {
    var tasks = new Workload(6, 4, REFERENCE, CALL, 1).tasks();

    var ideal = Ideal.of(tasks, 12, 12);

    assertEquals(Duration.ofMillis(3150), ideal.lowerBound());
    assertEquals(Duration.ofMillis(3850), ideal.firstCome());
    assertEquals(Duration.ofMillis(3500), ideal.longestFirst());
  }

  @Test
  void the_reference_work_is_82_calls_and_106_thoughts() {
    var tasks = new Workload(6, 4, REFERENCE, CALL, 1).tasks();

    assertEquals(82, tasks.stream().mapToInt(Task::calls).sum());
    assertEquals(106, tasks.stream().mapToInt(task -> task.thoughts().size()).sum());
    assertEquals(
        List.of(4, 22, 14, 10, 17, 15),
        java.util.stream.IntStream.rangeClosed(1, 6)
            .map(node ->
                new Workload(6, 4, REFERENCE, CALL, 1)
                    .tasks(node).stream().mapToInt(Task::calls).sum())
            .boxed()
            .toList());
  }

  @Test
  void more_tasks_than_slots_share_the_slots_thought_by_thought() {
    var tasks = new Workload(1000, 1, Rounds.parse("3"), ThinkTime.parse("200ms"), 1).tasks();

    var ideal = Ideal.of(tasks, 200, 160);

    assertEquals(Duration.ofSeconds(5), ideal.lowerBound());
    assertEquals(Duration.ofSeconds(5), ideal.firstCome());
  }

  @Test
  void the_longest_task_bounds_what_any_schedule_can_do() {
    var tasks = new Workload(1, 3, Rounds.parse("1,1,9"), ThinkTime.parse("100ms"), 1).tasks();

    assertEquals(Duration.ofSeconds(1), Ideal.of(tasks, 3, 3).lowerBound());
    assertEquals(Duration.ofMillis(1200), Ideal.of(tasks, 2, 2).firstCome());
    assertEquals(Duration.ofSeconds(1), Ideal.of(tasks, 2, 2).longestFirst());
  }

  @Test
  void tasks_that_do_not_think_take_no_time() {
    var tasks = new Workload(2, 2, Rounds.parse("2"), ThinkTime.parse("0ms"), 1).tasks();

    assertEquals(Duration.ZERO, Ideal.of(tasks, 4, 4).firstCome());
  }
}
