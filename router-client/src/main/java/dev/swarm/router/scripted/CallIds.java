package dev.swarm.router.scripted;

import java.util.OptionalInt;

/**
 * Ids of calls: nine letters and digits, of which three tell the step, so that a conversation that
 * was compacted still tells how far it is.
 */
final class CallIds {
  private static final int LENGTH = 9;
  private static final int RADIX = 36;
  private static final int MOST = RADIX * RADIX * RADIX;

  private CallIds() {}

  /** The id of the call at {@code position} of the turn at {@code step}. */
  static String id(Seed conversation, int step, int position) {
    var seed = conversation.with(step).with(position);
    var random = digits(seed.below(MOST));
    return "s" + random + digits(step % MOST) + checked(random, step % MOST);
  }

  /** The step in an id of ours. */
  static OptionalInt step(String id) {
    if (id.length() != LENGTH || id.charAt(0) != 's') {
      return OptionalInt.empty();
    }
    try {
      int step = Integer.parseInt(id.substring(4, 7), RADIX);
      return checked(id.substring(1, 4), step).equals(id.substring(7))
          ? OptionalInt.of(step)
          : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private static String checked(String random, int step) {
    return digits(Seed.of(random).with(step).below(RADIX * RADIX)).substring(1);
  }

  private static String digits(int number) {
    var digits = Integer.toString(number, RADIX);
    return "0".repeat(3 - digits.length()) + digits;
  }
}
