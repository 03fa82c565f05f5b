package dev.swarm.loadtest.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Plays tasks through, thought by thought: a task begins when one before it has ended, a thought
 * when there is a slot, first come, first served. Used once, by one thread.
 */
final class Schedule {
  private final ArrayDeque<Task> waiting;
  private final ArrayDeque<Thought> queue = new ArrayDeque<>();
  private final PriorityQueue<Thinking> thinking =
      new PriorityQueue<>(
          Comparator.comparingLong(Thinking::until).thenComparingLong(Thinking::order));
  private final int slots;
  private long now;
  private long begun;

  private record Thought(Task task, int step) {}

  private record Thinking(long until, long order, Thought thought) {}

  private Schedule(List<Task> tasks, int slots) {
    this.waiting = new ArrayDeque<>(tasks);
    this.slots = slots;
  }

  /** How long {@code tasks} take in this order, {@code atOnce} of them under way. */
  static Duration length(List<Task> tasks, int atOnce, int slots) {
    var schedule = new Schedule(tasks, slots);
    for (int place = 0; place < atOnce; place++) {
      schedule.beginNext();
    }
    schedule.play();
    return Duration.ofNanos(schedule.now);
  }

  private void beginNext() {
    if (!waiting.isEmpty()) {
      queue.add(new Thought(waiting.removeFirst(), 0));
    }
  }

  private void play() {
    fill();
    while (!thinking.isEmpty()) {
      var done = thinking.remove();
      now = done.until();
      thought(done.thought());
      fill();
    }
  }

  private void thought(Thought thought) {
    int next = thought.step() + 1;
    if (next < thought.task().thoughts().size()) {
      queue.add(new Thought(thought.task(), next));
    } else {
      beginNext();
    }
  }

  private void fill() {
    while (thinking.size() < slots && !queue.isEmpty()) {
      var next = queue.removeFirst();
      long until = now + next.task().thoughts().get(next.step()).toNanos();
      thinking.add(new Thinking(until, begun++, next));
    }
  }
}
