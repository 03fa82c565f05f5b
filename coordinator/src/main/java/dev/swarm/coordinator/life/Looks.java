package dev.swarm.coordinator.life;

/**
 * The last looks at one finding, oldest first: {@code 1} where it was there, {@code 0} where it was
 * not. Looks that could not see stand in no place.
 *
 * <p>It settles as Nagios and Naemon have it ("Detection and Handling of State Flapping"): of the
 * last 21 looks, with 20 places to change between them, a fifth of changes (their high threshold)
 * makes a finding swing, and it does until no more than one in twenty (their low threshold) is
 * left. One look without it is as soft a state as theirs is before {@code max_check_attempts}: two
 * in a row make it fixed, four while it swings.
 */
record Looks(String marks) {
  private static final int REMEMBERED = 21;
  private static final int SWINGING_FROM = 4;
  private static final int STEADY_AT = 1;
  private static final int CALM = 2;
  private static final int WARY = 4;

  Looks {
    if (!marks.matches("[01]{1," + REMEMBERED + "}")) {
      throw new IllegalArgumentException("looks are 1 to 21 marks, 0 or 1, not: " + marks);
    }
  }

  Looks then(boolean there) {
    var more = marks + (there ? '1' : '0');
    return new Looks(more.substring(Math.max(0, more.length() - REMEMBERED)));
  }

  /** Whether it swings, where it {@code did} before the last look. */
  boolean swings(boolean did) {
    return changes() >= SWINGING_FROM || (did && changes() > STEADY_AT);
  }

  /** Whether it has been gone for long enough to be called fixed. */
  boolean settled(boolean swinging) {
    return marks.endsWith("0".repeat(swinging ? WARY : CALM));
  }

  private int changes() {
    int changes = 0;
    for (int place = 1; place < marks.length(); place++) {
      changes += marks.charAt(place) == marks.charAt(place - 1) ? 0 : 1;
    }
    return changes;
  }
}
