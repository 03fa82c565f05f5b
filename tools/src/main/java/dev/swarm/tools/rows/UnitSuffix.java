package dev.swarm.tools.rows;

import java.util.Map;
import java.util.Optional;

/**
 * A unit as it is written behind a number, and what one of it is in base units.
 *
 * <p>{@code kB}, {@code MB} … are powers of 1000, {@code KiB}, {@code MiB} … and the single letters
 * {@code K}, {@code M} … powers of 1024, as {@code df -h} prints them (GNU coreutils, "Block
 * size").
 *
 * @param factor base units in one of it
 */
public record UnitSuffix(Unit unit, double factor) {
  /** No suffix at all. */
  static final UnitSuffix ABSENT = new UnitSuffix(Unit.NONE, 1);

  private static final double KIBI = 1024;

  private static final Map<String, UnitSuffix> WRITTEN =
      Map.ofEntries(
          Map.entry("B", bytes(1)),
          Map.entry("kB", bytes(1e3)),
          Map.entry("KB", bytes(1e3)),
          Map.entry("MB", bytes(1e6)),
          Map.entry("GB", bytes(1e9)),
          Map.entry("TB", bytes(1e12)),
          Map.entry("PB", bytes(1e15)),
          Map.entry("KiB", bytes(KIBI)),
          Map.entry("MiB", bytes(KIBI * KIBI)),
          Map.entry("GiB", bytes(KIBI * KIBI * KIBI)),
          Map.entry("TiB", bytes(KIBI * KIBI * KIBI * KIBI)),
          Map.entry("PiB", bytes(KIBI * KIBI * KIBI * KIBI * KIBI)),
          Map.entry("%", new UnitSuffix(Unit.PERCENT, 1)),
          Map.entry("us", seconds(1e-6)),
          Map.entry("µs", seconds(1e-6)),
          Map.entry("ms", seconds(1e-3)),
          Map.entry("s", seconds(1)),
          Map.entry("min", seconds(60)),
          Map.entry("h", seconds(3600)),
          Map.entry("d", seconds(86_400)),
          Map.entry("°C", new UnitSuffix(Unit.CELSIUS, 1)),
          Map.entry("C", new UnitSuffix(Unit.CELSIUS, 1)));

  private static final Map<String, UnitSuffix> LETTERS =
      Map.of(
          "K", WRITTEN.get("KiB"),
          "M", WRITTEN.get("MiB"),
          "G", WRITTEN.get("GiB"),
          "T", WRITTEN.get("TiB"),
          "P", WRITTEN.get("PiB"));

  /** A number without unit. */
  public static UnitSuffix none() {
    return ABSENT;
  }

  /**
   * The unit that an author of checks writes: {@code GB}, {@code %}, {@code d}; no lone letters.
   */
  public static Optional<UnitSuffix> written(String text) {
    return Optional.ofNullable(WRITTEN.get(text));
  }

  /** The unit that a program prints, lone letters included. */
  static Optional<UnitSuffix> printed(String text) {
    if (text.isEmpty()) {
      return Optional.of(ABSENT);
    }
    UnitSuffix found = WRITTEN.get(text);
    return Optional.ofNullable(found == null ? LETTERS.get(text) : found);
  }

  private static UnitSuffix bytes(double factor) {
    return new UnitSuffix(Unit.BYTES, factor);
  }

  private static UnitSuffix seconds(double factor) {
    return new UnitSuffix(Unit.SECONDS, factor);
  }
}
