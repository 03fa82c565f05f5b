package dev.swarm.tools.rows;

import java.util.List;

/** Walks over the parts of a written date; once a part is not there, it has failed for good. */
final class Scan {
  private final String text;
  private int at;
  private boolean failed;

  Scan(String text) {
    this.text = text;
  }

  boolean failed() {
    return failed;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return atEnd() ? '\0' : text.charAt(at);
  }

  boolean skip(char letter) {
    if (peek() != letter) {
      return false;
    }
    at++;
    return true;
  }

  void blanks() {
    while (peek() == ' ') {
      at++;
    }
  }

  /** The place, from 1, of the word that stands here; 0 where none does. */
  int oneOf(List<String> words) {
    for (int place = 0; place < words.size(); place++) {
      if (text.startsWith(words.get(place), at)) {
        at += words.get(place).length();
        return place + 1;
      }
    }
    return 0;
  }

  int number(int least, int most) {
    int end = Math.min(NumberText.digits(text, at), at + most);
    if (failed || end - at < least) {
      failed = true;
      return 0;
    }
    int number = Integer.parseInt(text, at, end, 10);
    at = end;
    return number;
  }

  /** Two digits behind {@code separator}. */
  int after(char separator) {
    if (!skip(separator)) {
      failed = true;
    }
    return number(2, 2);
  }

  /** Nanoseconds of {@code .123456}; 0 where no fraction follows. */
  int fraction() {
    if (peek() != '.' && peek() != ',') {
      return 0;
    }
    int end = NumberText.digits(text, at + 1);
    if (end == at + 1) {
      failed = true;
      return 0;
    }
    String digits = text.substring(at + 1, Math.min(end, at + 10));
    at = end;
    return Integer.parseInt((digits + "000000000").substring(0, 9));
  }

  /** {@code Z}, {@code UTC}, {@code GMT}, {@code +0100}, {@code +01:00}, {@code +01} or nothing. */
  int offsetSeconds() {
    if (atEnd() || skip('Z') || oneOf(List.of("UTC", "GMT")) > 0) {
      return 0;
    }
    int sign = skip('-') ? -1 : 1;
    if (sign > 0 && !skip('+')) {
      failed = true;
    }
    int hours = number(2, 2);
    boolean more = skip(':') || !atEnd();
    int minutes = more ? number(2, 2) : 0;
    return sign * (hours * 3600 + minutes * 60);
  }
}
