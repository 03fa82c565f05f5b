package dev.swarm.coordinator.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When something is to happen, again and again. The instants, its <i>slots</i>, rest on the
 * calendar alone: they are the same on every machine and after every restart.
 */
public sealed interface When {
  /** The newest slot that is not after {@code instant}. */
  Instant latest(Instant instant);

  /** The first slot after {@code instant}. */
  Instant next(Instant instant);

  /** The shortest time between two slots that follow each other, changes of clocks aside. */
  Duration shortest();

  /** As it is written. */
  String text();

  /** Whole intervals, counted from midnight UTC of 1 January 1970: 6 h are 0, 6, 12 and 18 UTC. */
  record Every(Duration interval) implements When {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(31);

    public Every {
      if (interval.compareTo(LEAST) < 0 || interval.compareTo(MOST) > 0) {
        throw new IllegalArgumentException("an interval is from 1m to 31d, not " + interval);
      }
    }

    @Override
    public Instant latest(Instant instant) {
      long millis = interval.toMillis();
      return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), millis) * millis);
    }

    @Override
    public Instant next(Instant instant) {
      return latest(instant).plus(interval);
    }

    @Override
    public Duration shortest() {
      return interval;
    }

    @Override
    public String text() {
      return "every " + words(interval);
    }

    private static String words(Duration interval) {
      return interval.toString().substring(2).toLowerCase(Locale.ROOT);
    }
  }

  /** Times of day in a zone. */
  record At(List<Moment> moments, ZoneId zone) implements When {
    /** Enough days to meet each day of the week, whatever the zone. */
    private static final int DAYS = 9;

    private static final Duration WEEK = Duration.ofDays(7);

    public At {
      moments = List.copyOf(moments);
      if (moments.isEmpty()) {
        throw new IllegalArgumentException("at least one time of day is named");
      }
    }

    @Override
    public Instant latest(Instant instant) {
      return around(instant)
          .filter(slot -> !slot.isAfter(instant))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    @Override
    public Instant next(Instant instant) {
      return around(instant)
          .filter(slot -> slot.isAfter(instant))
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }

    private Stream<Instant> around(Instant instant) {
      var today = LocalDate.ofInstant(instant, zone);
      return LongStream.rangeClosed(-DAYS, DAYS)
          .mapToObj(today::plusDays)
          .flatMap(date -> moments.stream().flatMap(moment -> moment.on(date, zone).stream()));
    }

    @Override
    public Duration shortest() {
      var utc = new At(moments, ZoneOffset.UTC);
      var shortest = WEEK;
      var first = utc.latest(Instant.EPOCH);
      for (var slot = first; slot.isBefore(first.plus(WEEK)); slot = utc.next(slot)) {
        var gap = Duration.between(slot, utc.next(slot));
        shortest = gap.compareTo(shortest) < 0 ? gap : shortest;
      }
      return shortest;
    }

    @Override
    public String text() {
      return "at "
          + moments.stream().map(Moment::toString).collect(Collectors.joining(", "))
          + " "
          + zone;
    }
  }
}
