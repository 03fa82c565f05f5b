package dev.swarm.router.wire;

/**
 * A text, and the thinking that stood in it between {@code <think>} and {@code </think>}; the
 * latter may be missing at the end, the former at the beginning (templates that open it for the
 * model).
 */
record Thoughts(String text, String thoughts) {

  /** The marks of DeepSeek and Qwen, of others, and of Mistral. */
  private enum Mark {
    THINK("<think>", "</think>"),
    THINKING("<thinking>", "</thinking>"),
    BRACKETS("[THINK]", "[/THINK]");

    private final String open;
    private final String close;

    Mark(String open, String close) {
      this.open = open;
      this.close = close;
    }

    boolean isIn(String text) {
      return text.contains(open) || text.contains(close);
    }
  }

  /** Takes the thinking out of {@code text}. */
  static Thoughts in(String text) {
    var found = new Thoughts(text, "");
    for (var mark : Mark.values()) {
      if (mark.isIn(found.text)) {
        var split = split(found.text, mark);
        found = new Thoughts(split.text, joined(found.thoughts, split.thoughts));
      }
    }
    return found;
  }

  /** Two pieces of thinking as one. */
  static String joined(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? one + other : one + "\n" + other;
  }

  private static Thoughts split(String text, Mark mark) {
    var said = new StringBuilder();
    var thought = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf(mark.open, at);
      int spoken = open < 0 ? text.length() : open;
      said.append(text, at, spoken);
      int close = open < 0 ? text.length() : text.indexOf(mark.close, open);
      int end = close < 0 ? text.length() : close;
      thought.append(text, Math.min(end, spoken + mark.open.length()), end);
      at = end + mark.close.length();
    }
    return unopened(said.toString(), thought, mark);
  }

  /** What stands before a mark that was never opened is thinking too. */
  private static Thoughts unopened(String said, StringBuilder thought, Mark mark) {
    int close = said.lastIndexOf(mark.close);
    if (close < 0) {
      return new Thoughts(said.strip(), thought.toString().strip());
    }
    var before = said.substring(0, close).replace(mark.close, "");
    var after = said.substring(close + mark.close.length());
    return new Thoughts(after.strip(), joined(before.strip(), thought.toString().strip()));
  }
}
