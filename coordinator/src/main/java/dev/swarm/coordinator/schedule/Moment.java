package dev.swarm.coordinator.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A time of day, of every day or of one day of the week, as a clock on the wall shows it.
 *
 * @param day empty for every day
 */
public record Moment(Optional<DayOfWeek> day, LocalTime time) {

  /**
   * Reads {@code 02:30} or {@code Mon 08:00}.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static Moment parse(String text) {
    var words = List.of(text.strip().split("\\s+"));
    try {
      if (words.size() <= 2 && words.getLast().matches("[0-2][0-9]:[0-5][0-9]")) {
        var time = LocalTime.parse(words.getLast());
        return new Moment(
            words.size() == 1 ? Optional.empty() : Optional.of(day(words.getFirst())), time);
      }
    } catch (DateTimeException _) {
      // It is told below what a moment looks like.
    }
    throw new IllegalArgumentException(
        "expected a time of day such as 02:30, or Mon 08:00, not '" + text + "'");
  }

  private static DayOfWeek day(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name(day).equalsIgnoreCase(word) || day.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new DateTimeException("no day"));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  /**
   * When it is that time on {@code date}, if it is meant at all on that day. A time that the clocks
   * leap over is the instant at which they do; one that they show twice is the first of the two.
   */
  Optional<Instant> on(LocalDate date, ZoneId zone) {
    if (day.filter(wanted -> wanted != date.getDayOfWeek()).isPresent()) {
      return Optional.empty();
    }
    var local = date.atTime(time);
    var leap = Optional.ofNullable(zone.getRules().getTransition(local));
    return Optional.of(
        leap.filter(transition -> transition.isGap())
            .map(transition -> transition.getInstant())
            .orElseGet(
                () -> ZonedDateTime.of(local, zone).withEarlierOffsetAtOverlap().toInstant()));
  }

  @Override
  public String toString() {
    return day.map(one -> name(one) + " ").orElse("") + time;
  }
}
