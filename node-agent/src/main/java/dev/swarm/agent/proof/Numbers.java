package dev.swarm.agent.proof;

import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers in a sentence, and whether a value bears them: in any unit of its kind, rounded to the
 * digits shown, never further.
 */
final class Numbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w./:-])([-−]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|[-−]?\\d+(?:\\.\\d+)?)"
              + "(?:\\s?(%|percent|[kKMGTP]i?B|[kKMGTP](?!\\w)|bytes?|B(?!\\w)|ms|milliseconds?"
              + "|s(?!\\w)|secs?|seconds?|min(?:ute)?s?|h(?!\\w)|hours?|hrs?|d(?!\\w)|days?|weeks?"
              + "|°C|C(?!\\w)|GiB|MiB|KiB))?(?![\\w./:-]*\\d)(?!\\w)");

  private static final Map<String, Double> BINARY =
      Map.of(
          "k",
          1024.0,
          "m",
          1048576.0,
          "g",
          1073741824.0,
          "t",
          1099511627776.0,
          "p",
          1125899906842624.0);
  private static final Map<String, Double> DECIMAL =
      Map.of("k", 1e3, "m", 1e6, "g", 1e9, "t", 1e12, "p", 1e15);

  private Numbers() {}

  /**
   * A number as written.
   *
   * @param unit as written, empty without one
   */
  record Written(BigDecimal number, String unit, String text) {}

  /** The numbers in {@code text}; those inside names, versions, paths and times are none. */
  static List<Written> in(String text) {
    var found = new ArrayList<Written>();
    var matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      var digits = matcher.group(1).replace(",", "").replace('−', '-');
      var unit = matcher.group(2) == null ? "" : matcher.group(2);
      found.add(new Written(new BigDecimal(digits), unit, matcher.group()));
    }
    return found;
  }

  /** Whether {@code value} may be written so. */
  static boolean bears(Value value, Written written) {
    return switch (value) {
      case Value.Quantity(var number, var unit) -> bears(number, unit, written);
      case Value.Text(var text) -> in(text).stream().anyMatch(one -> same(one, written));
      case Value.Moment _ -> false;
      case Value.Flag _ -> false;
    };
  }

  private static boolean same(Written one, Written other) {
    return one.number().compareTo(other.number()) == 0
        && (other.unit().isEmpty() || one.unit().equals(other.unit()));
  }

  /** Whether a number of the base unit may be written so. */
  static boolean bears(double number, Unit unit, Written written) {
    return switch (unit) {
      case NONE -> written.unit().isEmpty() && rounds(number, 1, written);
      case PERCENT ->
          (percent(written.unit()) || written.unit().isEmpty()) && rounds(number, 1, written);
      case CELSIUS ->
          (written.unit().endsWith("C") || written.unit().isEmpty()) && rounds(number, 1, written);
      case BYTES ->
          byteScales(written.unit()).stream().anyMatch(scale -> rounds(number, scale, written));
      case SECONDS ->
          secondScale(written.unit()).filter(scale -> rounds(number, scale, written)).isPresent();
    };
  }

  private static boolean percent(String unit) {
    return unit.equals("%") || unit.equals("percent");
  }

  /** A kB may be 1,000 or 1,024 bytes, as tools disagree; a KiB is 1,024. */
  private static List<Double> byteScales(String unit) {
    var lower = unit.toLowerCase(Locale.ROOT);
    if (lower.isEmpty() || lower.startsWith("b")) {
      return List.of(1.0);
    }
    var prefix = lower.substring(0, 1);
    if (!BINARY.containsKey(prefix)
        || (lower.startsWith("mi") && !lower.equals("mib"))
        || lower.startsWith("perc")) {
      return List.of();
    }
    return lower.endsWith("ib")
        ? List.of(BINARY.get(prefix))
        : List.of(DECIMAL.get(prefix), BINARY.get(prefix));
  }

  private static Optional<Double> secondScale(String unit) {
    var lower = unit.toLowerCase(Locale.ROOT);
    if (lower.startsWith("ms") || lower.startsWith("milli")) {
      return Optional.of(0.001);
    }
    if (lower.isEmpty() || lower.startsWith("s")) {
      return Optional.of(1.0);
    }
    if (lower.startsWith("min")) {
      return Optional.of(60.0);
    }
    if (lower.startsWith("h")) {
      return Optional.of(3600.0);
    }
    if (lower.startsWith("d")) {
      return Optional.of(86_400.0);
    }
    return lower.startsWith("w") ? Optional.of(604_800.0) : Optional.empty();
  }

  /** Within half of the last digit shown, or cut off there: 1.28 may be written 1.3 or 1.2. */
  private static boolean rounds(double number, double scale, Written written) {
    double value = number / scale;
    double step = Math.pow(10, -Math.max(0, written.number().scale()));
    double shown = written.number().doubleValue();
    double slack = Math.abs(value) * 1e-9;
    boolean nearest = Math.abs(value - shown) <= step / 2 + slack;
    boolean cut = written.number().scale() > 0 && value >= shown - slack && value - shown < step;
    return nearest || cut;
  }
}
