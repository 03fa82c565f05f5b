package dev.swarm.coordinator.time;

import dev.swarm.coordinator.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time stands still until a test cranks it; what falls due runs at once, on the test's thread. */
public final class CrankedTimers implements Timers {
  private final List<Pending> pending = new ArrayList<>();
  private Instant now;

  private record Pending(Instant due, Runnable action) {}

  public CrankedTimers(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Cancellable after(Duration delay, Runnable action) {
    var entry = new Pending(now.plus(delay), action);
    pending.add(entry);
    return () -> {
      boolean _ = pending.remove(entry);
    };
  }

  /** Goes on until {@code then}, each action at its own time. */
  public void until(String then) {
    until(Instant.parse(then));
  }

  public void advance(Duration time) {
    until(now.plus(time));
  }

  /** The clock is set; what waits goes on waiting for as long as it would have. */
  public void set(String then) {
    var leap = Duration.between(now, Instant.parse(then));
    pending.replaceAll(entry -> new Pending(entry.due().plus(leap), entry.action()));
    now = now.plus(leap);
  }

  private void until(Instant then) {
    for (var next = first(then); next.isPresent(); next = first(then)) {
      var _ = pending.remove(next.get());
      now = next.get().due().isAfter(now) ? next.get().due() : now;
      next.get().action().run();
    }
    now = then;
  }

  private Optional<Pending> first(Instant then) {
    return pending.stream()
        .filter(entry -> !entry.due().isAfter(then))
        .min(Comparator.comparing(Pending::due));
  }
}
