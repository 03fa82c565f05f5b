package dev.swarm.router.scripted;

import java.util.ArrayDeque;

/** Who may work now, and who waits: first come, first served. Event loop only. */
final class Slots {
  private final Capacity capacity;
  private final ArrayDeque<Ticket> queue = new ArrayDeque<>();
  private int taken;
  private boolean letting;

  Slots(Capacity capacity) {
    this.capacity = capacity;
  }

  /** A place, given back once. */
  final class Ticket {
    private final Runnable start;
    private boolean working;
    private boolean over;

    private Ticket(Runnable start) {
      this.start = start;
    }

    private void work() {
      working = true;
      taken++;
      start.run();
    }

    /** Leaves the slot or the queue; a second time does nothing. */
    void leave() {
      if (over) {
        return;
      }
      over = true;
      if (working) {
        taken--;
        next();
      } else {
        queue.remove(this);
      }
    }
  }

  /** Whether nobody more is taken. */
  boolean full() {
    return taken >= capacity.slots() && queue.size() >= capacity.queue();
  }

  /** Waits for a slot; {@code start} runs when there is one, perhaps at once in {@link #next}. */
  Ticket queue(Runnable start) {
    var ticket = new Ticket(start);
    queue.add(ticket);
    return ticket;
  }

  /** Lets begin whoever can; whoever is done at once makes no deeper stack. */
  void next() {
    if (letting) {
      return;
    }
    letting = true;
    try {
      while (taken < capacity.slots() && !queue.isEmpty()) {
        queue.remove().work();
      }
    } finally {
      letting = false;
    }
  }

  int taken() {
    return taken;
  }

  int waiting() {
    return queue.size();
  }
}
