package dev.swarm.coordinator.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;

/**
 * An audit that starts by itself.
 *
 * @param name unique among schedules
 * @param jitter how much later than its slot a run may start; how much it is rests on the name and
 *     the slot alone, so that it is the same on every coordinator
 * @param catchUp whether a slot that was missed is made up for, once, when that is possible again
 */
public record Schedule(String name, When when, Duration jitter, boolean catchUp, Scope scope) {
  public Schedule {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException("expected a short name of letters, digits, . _ or -");
    }
    if (jitter.isNegative() || jitter.compareTo(when.shortest().dividedBy(2)) > 0) {
      throw new IllegalArgumentException("jitter is at most half of the shortest interval");
    }
  }

  /** Who asks for its runs, as it stands in their first event. */
  public String by() {
    return "schedule " + name;
  }

  /** When the run of {@code slot} starts. */
  Instant due(Instant slot) {
    if (jitter.isZero()) {
      return slot;
    }
    var lot = new CRC32();
    lot.update((name + '@' + slot).getBytes(StandardCharsets.UTF_8));
    return slot.plusMillis(lot.getValue() % (jitter.toMillis() + 1));
  }

  /** The newest slot whose run should have started by {@code now}. */
  Instant dueBy(Instant now) {
    var slot = when.latest(now);
    return due(slot).isAfter(now) ? when.latest(slot.minusMillis(1)) : slot;
  }
}
