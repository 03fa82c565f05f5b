package dev.swarm.agent.router;

/**
 * How many tokens a request has, before the server counts them: 3.5 characters each, mended by what
 * it counted before. Used by one thread.
 */
final class Estimate {
  private static final double CHARS = 3.5;
  private static final double LEAST = 0.75;
  private static final double MOST = 2.0;

  /** Below this share of what was expected, a server has cut the prompt without a word. */
  private static final double CUT = 0.6;

  private static final double ROSE = 0.3;
  private static final int ADDED = 150;

  private long counted;
  private int countedChars;
  private double ratio = 1;

  /** Tokens of so many characters. */
  long of(int chars) {
    return counted == 0
        ? Math.round(chars / CHARS * ratio)
        : Math.max(0, counted + Math.round((chars - countedChars) / CHARS * ratio));
  }

  /** Characters of so many tokens. */
  int chars(long tokens) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(tokens * CHARS / ratio));
  }

  /** Whether a server that counted so many tokens left some of the prompt out. */
  boolean cut(int chars, long tokens) {
    return tokens > 0 && (stopped(chars, tokens) || tokens < CUT * of(chars));
  }

  /** Much was added since the last count, and the count hardly rose, or fell. */
  private boolean stopped(int chars, long tokens) {
    double added = (chars - countedChars) / CHARS * ratio;
    return counted > 0 && added > ADDED && tokens < counted + ROSE * added;
  }

  /** A server counted. */
  void learn(int chars, long tokens) {
    if (tokens > 0) {
      ratio = Math.clamp(tokens * CHARS / chars, LEAST, MOST);
      counted = tokens;
      countedChars = chars;
    }
  }

  /** A server refused what seemed to fit: tokens are shorter than was thought. */
  void tooLow(int chars, long context) {
    counted = 0;
    ratio = Math.clamp(Math.max(ratio * 1.2, context * CHARS / chars), LEAST, MOST);
  }
}
