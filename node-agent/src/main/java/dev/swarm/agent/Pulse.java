package dev.swarm.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of an agent's beats, and which of them are recent: a command that echoes one was made
 * for this instance, and lately. Any thread.
 */
public final class Pulse {
  /** A command is on its way for less; whoever was paused for longer has to listen first. */
  public static final Duration FRESH = Duration.ofSeconds(60);

  private final String instance;
  private final InstantSource steady;
  private final Map<Long, Instant> sent = new LinkedHashMap<>();
  private long latest;

  /**
   * Of an agent that has not beaten yet.
   *
   * @param instance names it, new with each start
   * @param steady never jumps when somebody sets the clock
   */
  public Pulse(String instance, InstantSource steady) {
    this.instance = instance;
    this.steady = steady;
  }

  public String instance() {
    return instance;
  }

  /** Draws the number of a beat that goes out now. */
  synchronized long next() {
    var now = steady.instant();
    sent.values().removeIf(at -> at.plus(FRESH).isBefore(now));
    latest++;
    sent.put(latest, now);
    return latest;
  }

  synchronized long latest() {
    return latest;
  }

  /**
   * Why a message that echoes {@code echo} is an old one, or another's; empty if it is fresh.
   *
   * @param echo {@code instance/number}
   */
  public synchronized Optional<String> staleness(String echo) {
    int slash = echo.lastIndexOf('/');
    if (slash < 0 || !echo.substring(0, slash).equals(instance)) {
      return Optional.of("it echoes a beat of another instance of this agent");
    }
    return number(echo.substring(slash + 1))
        .flatMap(number -> Optional.ofNullable(sent.get(number)))
        .filter(at -> !at.plus(FRESH).isBefore(steady.instant()))
        .map(_ -> Optional.<String>empty())
        .orElseGet(() -> Optional.of("it echoes no beat of the last " + FRESH.toSeconds() + " s"));
  }

  private static Optional<Long> number(String digits) {
    return digits.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(digits))
        : Optional.empty();
  }
}
