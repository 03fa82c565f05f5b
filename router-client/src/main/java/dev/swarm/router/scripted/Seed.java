package dev.swarm.router.scripted;

/**
 * A 64-bit number to draw from, mixed as SplittableRandom mixes (Steele, Lea and Flood 2014): what
 * is drawn depends on what was put in and on nothing else, whatever happens at once.
 */
public record Seed(long value) {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int ENDS = 64;

  /**
   * Of a text. The JDK's hash is fast and kept with the text, but short, so its length and its ends
   * count too.
   */
  public static Seed of(String text) {
    long ends = 0xcbf29ce484222325L;
    for (int i = 0; i < Math.min(ENDS, text.length()); i++) {
      ends = (ends ^ text.charAt(i)) * FNV_PRIME;
      ends = (ends ^ text.charAt(text.length() - 1 - i)) * FNV_PRIME;
    }
    return new Seed(mixed(ends)).with(text.hashCode()).with(text.length());
  }

  /** Another one, by a number. */
  public Seed with(long number) {
    return new Seed(mixed(value + GAMMA * (number + 1)));
  }

  /** Another one, by a text. */
  public Seed with(String text) {
    return with(of(text).value);
  }

  /** At least 0, less than 1. */
  public double fraction() {
    return (mixed(value ^ GAMMA) >>> 11) * 0x1.0p-53;
  }

  /** At least 0, less than {@code bound}. */
  public int below(int bound) {
    return (int) (fraction() * bound);
  }

  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
