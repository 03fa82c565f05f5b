package dev.swarm.router.wire;

/**
 * Tells where a JSON object or list ends that comes in pieces, without reading it: counts brackets
 * outside of strings.
 */
final class JsonEnd {
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean ended;

  /** Whether a value that begins at {@code from} ends before {@code to}. */
  static boolean isIn(byte[] bytes, int from, int to) {
    var json = new JsonEnd();
    for (int i = from; i < to; i++) {
      if (json.next(bytes[i])) {
        return true;
      }
    }
    return false;
  }

  /** Takes the next byte or character; true if the value is complete with it. */
  boolean next(int character) {
    if (inString) {
      string(character);
      return false;
    }
    switch (character) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> ended = --depth <= 0;
      default -> {}
    }
    return ended;
  }

  void next(String text) {
    for (int i = 0; i < text.length(); i++) {
      var _ = next(text.charAt(i));
    }
  }

  int depth() {
    return depth;
  }

  /** Whether a value has ended. */
  boolean ended() {
    return ended;
  }

  private void string(int character) {
    if (escaped) {
      escaped = false;
    } else if (character == '\\') {
      escaped = true;
    } else if (character == '"') {
      inString = false;
    }
  }
}
