package dev.swarm.protocol.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as somebody wrote it, and what it may stand for: in any unit of its kind, rounded to the
 * digits shown, never further.
 *
 * @param measure its unit, {@link Measure#BARE} without one
 */
public record Written(BigDecimal number, Measure measure, Hedge hedge) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\+?([-−]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\\.[0-9]{1,12})?)(\\D*)");
  private static final Map<String, Integer> SPELLED =
      Map.ofEntries(
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  /** The most that rounding may be off, of the value: 1.1 may be called 1, and 1.4 may not. */
  private static final double ROUGH = 0.125;

  /** How far beyond a bound a value may be: 96 is over 90, and is no proof of over 10. */
  private static final double BEYOND = 0.25;

  private static final double NOISE = 1e-9;

  /** What a word before a number makes of it. */
  public enum Hedge {
    NONE,
    ABOUT,
    OVER,
    UNDER;

    /** Of the word before a number, and the one before that. */
    static Hedge of(String word, String earlier) {
      return switch (word) {
        case "about", "around", "roughly", "approximately", "some", "circa", "ca", "approx" ->
            ABOUT;
        case "over", "above", "exceeds", "exceeding", "least" -> OVER;
        case "under", "below", "nearly", "almost", "most" -> UNDER;
        case "than" -> earlier.equals("more") ? OVER : earlier.equals("less") ? UNDER : NONE;
        default -> NONE;
      };
    }
  }

  /** Reads a word such as {@code 96%}, {@code 1.2GB}, {@code 46,600} or {@code three}. */
  public static Optional<Written> parse(String word) {
    var spelled = SPELLED.get(word.toLowerCase(Locale.ROOT));
    if (spelled != null) {
      return Optional.of(new Written(BigDecimal.valueOf(spelled), Measure.BARE, Hedge.NONE));
    }
    var matcher = NUMBER.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var digits = matcher.group(1).replace(",", "").replace('−', '-');
    var unit = matcher.group(2);
    return (unit.isEmpty() ? Optional.of(Measure.BARE) : Measure.of(unit))
        .map(measure -> new Written(new BigDecimal(digits), measure, Hedge.NONE));
  }

  Written in(Measure other) {
    return new Written(number, other, hedge);
  }

  Written hedged(Hedge how) {
    return new Written(number, measure, how);
  }

  /** Whether this very number, in this unit, is among those written there. */
  public boolean standsAmong(List<Written> others) {
    return others.stream()
        .anyMatch(one -> one.number.compareTo(number) == 0 && one.measure.equals(measure));
  }

  /** Whether a number of the base unit may be written so. */
  public boolean saysOf(double value, Dimension unit) {
    boolean bare = measure.equals(Measure.BARE);
    return switch (unit) {
      case NONE -> bare && (value == Math.rint(value) ? counts(value) : rounds(value));
      case PERCENT -> (bare || measure.unit() == unit) && !reachesAnEnd(value) && rounds(value);
      case CELSIUS -> (bare || measure.unit() == unit) && rounds(value);
      case BYTES, SECONDS ->
          (bare || measure.unit() == unit)
              && measure.scales().stream()
                  .anyMatch(scale -> rounds(value / scale) || whole(value, unit, scale));
    };
  }

  /** 99.6 % is not 100 %, and 0.4 % is not 0 %. */
  private boolean reachesAnEnd(double value) {
    double shown = number.doubleValue();
    return hedge == Hedge.NONE && (shown == 0 || shown == 100) && !exactly(value);
  }

  /** What is counted is not rounded, unless the writer says so. */
  private boolean counts(double value) {
    return exactly(value)
        || (hedge == Hedge.ABOUT && rounds(value, roundedAway()))
        || bounds(value);
  }

  private boolean rounds(double value) {
    double step = hedge == Hedge.ABOUT ? roundedAway() : Math.pow(10, -number.scale());
    return exactly(value) || rounds(value, step) || bounds(value);
  }

  private boolean rounds(double value, double step) {
    double off = value - number.doubleValue();
    boolean nearest = Math.abs(off) <= step / 2 + slack(value);
    boolean cut = number.scale() > 0 && off >= -slack(value) && off < step;
    return (nearest || cut) && Math.abs(off) <= ROUGH * Math.abs(value);
  }

  /** Time that has passed is counted in whole days or hours. */
  private boolean whole(double value, Dimension unit, double scale) {
    double shown = number.doubleValue();
    return unit == Dimension.SECONDS
        && scale >= 60
        && shown >= 2
        && number.scale() <= 0
        && Math.floor(value / scale) == shown;
  }

  private boolean bounds(double value) {
    double shown = number.doubleValue();
    return switch (hedge) {
      case OVER -> value >= shown && value <= shown * (1 + BEYOND);
      case UNDER -> value <= shown && value >= shown * (1 - BEYOND);
      case NONE, ABOUT -> false;
    };
  }

  private boolean exactly(double value) {
    return Math.abs(value - number.doubleValue()) <= slack(value);
  }

  private static double slack(double value) {
    return Math.abs(value) * NOISE;
  }

  /** The last digit that is not a zero put there by rounding: 100 in 46,600. */
  private double roundedAway() {
    return Math.pow(10, -number.stripTrailingZeros().scale());
  }
}
