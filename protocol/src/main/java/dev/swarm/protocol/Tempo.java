package dev.swarm.protocol;

import java.time.Duration;

/**
 * How often a coordinator wants to hear of a node. What costs a signature is said less often where
 * many nodes say it.
 *
 * @param beat between two beats, one to five seconds: a node silent for longer than two of them is
 *     asked
 * @param news for how long what happens is gathered before it is told, at most a second
 */
public record Tempo(Duration beat, Duration news) {
  private static final Duration LONGEST_BEAT = Duration.ofSeconds(5);
  private static final Duration LONGEST_NEWS = Duration.ofSeconds(1);

  /** What nodes go by unless they are told otherwise: news short enough to feel live. */
  public static final Tempo STANDARD = new Tempo(Duration.ofSeconds(2), Duration.ofMillis(150));

  private static final Tempo CROWD = new Tempo(Duration.ofSeconds(4), Duration.ofMillis(750));

  /**
   * From how many nodes on signing and checking is what a coordinator spends most of its time on.
   */
  private static final int MANY = 200;

  public Tempo {
    require(beat, Duration.ofSeconds(1), LONGEST_BEAT, "beat");
    require(news, Duration.ofMillis(10), LONGEST_NEWS, "news");
  }

  /** What suits a fleet of {@code nodes}. */
  public static Tempo of(int nodes) {
    return nodes < MANY ? STANDARD : CROWD;
  }

  /** As often as both want it. */
  public Tempo and(Tempo other) {
    return new Tempo(shorter(beat, other.beat), shorter(news, other.news));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static void require(Duration given, Duration least, Duration most, String what) {
    if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          what + " is from " + least + " to " + most + ", not " + given);
    }
  }
}
