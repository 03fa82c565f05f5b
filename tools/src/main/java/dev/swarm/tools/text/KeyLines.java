package dev.swarm.tools.text;

import java.util.Optional;

/** The lines of a text that hold the body of a key, whatever stands before it on each line. */
final class KeyLines {
  /** Lines of a key of 16,384 bits and its headers, with room; a PGP key may be longer. */
  static final int LIMIT = 400;

  /** Shorter runs of base64 are words. PEM has 64 characters a line, PuTTY 64, PGP 60 to 76. */
  static final int FULL = 40;

  private KeyLines() {}

  /** A stretch of the text, end exclusive. */
  record Run(int start, int end) {
    int length() {
      return end - start;
    }
  }

  static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** The last word of the line, if it is made of what keys and their headers are made of. */
  static Optional<Run> lastRun(String text, int lineStart, int lineEnd) {
    int end = lineEnd;
    while (end > lineStart
        && "\"', \t\r\\+".indexOf(text.charAt(end - 1)) >= 0
        && !(text.charAt(end - 1) == '+' && !closes(text, end, lineEnd))) {
      end--;
    }
    if (end - 1 > lineStart && text.charAt(end - 1) == 'n' && text.charAt(end - 2) == '\\') {
      end -= 2;
    }
    int start = end;
    while (start > lineStart && isBody(text.charAt(start - 1))) {
      start--;
    }
    return end > start ? Optional.of(new Run(start, end)) : Optional.empty();
  }

  /** A plus that joins strings of a program text, {@code "…" +}, is not of the key. */
  private static boolean closes(String text, int end, int lineEnd) {
    return end >= 2 && text.charAt(end - 2) == ' ' && lineEnd >= end;
  }

  static boolean isBody(char c) {
    return Boundary.isWord(c) || "+/=,:-".indexOf(c) >= 0;
  }

  static boolean isFull(String text, Run run) {
    if (run.length() < FULL) {
      return false;
    }
    for (int at = run.start(); at < run.end(); at++) {
      char c = text.charAt(at);
      if (c == '_' || c == ',' || c == ':' || c == '-') {
        return false;
      }
    }
    return true;
  }
}
