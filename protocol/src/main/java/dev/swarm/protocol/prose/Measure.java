package dev.swarm.protocol.prose;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A unit as people write it.
 *
 * @param unit of the number in the base unit
 * @param scales how many base units it may be: a GB is a power of 1,000 or, as many tools print it,
 *     of 1,024; a GiB is always the latter
 */
public record Measure(Dimension unit, List<Double> scales) {
  /** Of a number without a unit. */
  public static final Measure BARE = new Measure(Dimension.NONE, List.of(1.0));

  /** Of nothing that a tool reads. */
  public static final Measure FOREIGN = new Measure(Dimension.NONE, List.of());

  private static final Map<String, Measure> WORDS = new HashMap<>();

  static {
    put(Dimension.PERCENT, List.of(1.0), "%", "percent", "pct");
    put(Dimension.CELSIUS, List.of(1.0), "°C", "C", "°");
    put(Dimension.BYTES, List.of(1.0), "B", "byte", "bytes", "Byte", "Bytes");
    put(Dimension.SECONDS, List.of(1e-6), "us", "µs", "μs", "microseconds");
    put(Dimension.SECONDS, List.of(1e-3), "ms", "millisecond", "milliseconds");
    put(Dimension.SECONDS, List.of(1.0), "s", "sec", "secs", "second", "seconds");
    put(Dimension.SECONDS, List.of(60.0), "min", "mins", "minute", "minutes");
    put(Dimension.SECONDS, List.of(3600.0), "h", "hr", "hrs", "hour", "hours");
    put(Dimension.SECONDS, List.of(86_400.0), "d", "day", "days");
    put(Dimension.SECONDS, List.of(604_800.0), "week", "weeks");
    bytes("k", 1);
    bytes("M", 2);
    bytes("G", 3);
    bytes("T", 4);
    bytes("P", 5);
    List.of("Hz kHz MHz GHz rpm V mV W kW A mA dB fps iops IOPS bit bits kbit Mbit Gbit".split(" "))
        .forEach(word -> WORDS.put(word, FOREIGN));
    List.of("kbps Mbps Gbps bps Kb Mb Gb Tb kb °F F K/s km m cm mm x X € $ inodes/s ppm".split(" "))
        .forEach(word -> WORDS.put(word, FOREIGN));
  }

  private static void put(Dimension unit, List<Double> scales, String... words) {
    for (var word : words) {
      WORDS.put(word, new Measure(unit, scales));
    }
  }

  private static void bytes(String letter, int power) {
    var binary = Math.pow(1024, power);
    var either = List.of(Math.pow(1000, power), binary);
    var upper = letter.toUpperCase(Locale.ROOT);
    put(Dimension.BYTES, either, letter + "B", upper + "B", upper, letter);
    put(Dimension.BYTES, List.of(binary), upper + "iB", upper + "i");
  }

  /** The unit that {@code word} is; a rate's {@code /s} does not count. Empty if it is none. */
  public static Optional<Measure> of(String word) {
    var known = Optional.ofNullable(WORDS.get(word));
    int slash = word.indexOf('/');
    return known.isPresent() || slash <= 0
        ? known
        : Optional.ofNullable(WORDS.get(word.substring(0, slash)))
            .filter(measure -> measure.unit() == Dimension.BYTES)
            .filter(_ -> word.endsWith("/s") || word.endsWith("/sec") || word.endsWith("/second"));
  }
}
