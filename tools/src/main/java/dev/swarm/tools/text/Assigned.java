package dev.swarm.tools.text;

import java.util.List;

/**
 * Any value assigned to a name that says it is secret: {@code DB_PASSWORD=…}, {@code "token": "…"},
 * {@code --password …}, {@code <secret>…</secret>}. Names may be glued before the word.
 *
 * @param wholeName the word is too short to stand inside another: no letter before it
 */
record Assigned(String id, List<String> words, boolean wholeName) implements Rule {
  private static final int LEAST_SECRET = 6;

  Assigned {
    words = List.copyOf(words);
  }

  static Assigned anywhere(String id, String words) {
    return new Assigned(id, List.of(words.split("\\|")), false);
  }

  static Assigned wholeName(String id, String words) {
    return new Assigned(id, List.of(words.split("\\|")), true);
  }

  @Override
  public Found find(Hit hit) {
    String text = hit.text();
    if (wholeName && hit.start() > 0 && Character.isLetterOrDigit(text.charAt(hit.start() - 1))) {
      return Found.NOTHING;
    }
    return Separator.after(text, hit.start(), hit.end())
        .map(separator -> value(hit, separator))
        .orElse(Found.NOTHING);
  }

  private Found value(Hit hit, Separator separator) {
    String text = hit.text();
    int start = separator.end();
    int quote = start;
    while (quote < text.length() && quote < start + 8 && text.charAt(quote) == '\\') {
      quote++;
    }
    if (quote < text.length() && ValueEnd.isQuote(text.charAt(quote))) {
      int end = ValueEnd.ofQuoted(text, quote + 1, text.charAt(quote), quote > start);
      return secret(hit, quote + 1, end);
    }
    return switch (separator.kind()) {
      case TAG -> secret(hit, start, ValueEnd.ofTag(text, start));
      case FIRM -> bare(hit, start, ValueEnd.ofBare(text, start));
      case SOFT -> speaking(hit, start, ValueEnd.ofBare(text, start));
    };
  }

  private Found speaking(Hit hit, int start, int end) {
    return speaksForItself(hit.text(), start, end)
        ? bare(hit, start, end)
        : Found.nothing(start, end);
  }

  /** {@code PWD} is a folder more often than a password. */
  private Found bare(Hit hit, int start, int end) {
    boolean path = wholeName && end > start && hit.text().charAt(start) == '/';
    return path ? Found.nothing(start, end) : secret(hit, start, end);
  }

  private Found secret(Hit hit, int start, int end) {
    return end <= start || Ordinary.is(hit.text(), start, end)
        ? Found.nothing(start, end)
        : Found.one(hit.span(start, end, id));
  }

  /** Behind a colon prose is likely: the value must be alone on its line, or look random. */
  private static boolean speaksForItself(String text, int start, int end) {
    return endsLine(text, end) || looksRandom(text, start, end);
  }

  private static boolean endsLine(String text, int end) {
    int at = end;
    while (at < text.length() && at < end + 8 && "\"'`,;)}] \t\r\\".indexOf(text.charAt(at)) >= 0) {
      if (text.charAt(at) == ',') {
        return true;
      }
      at++;
    }
    return at == text.length() || "\n#<&".indexOf(text.charAt(at)) >= 0 || text.charAt(at) < ' ';
  }

  private static boolean looksRandom(String text, int start, int end) {
    boolean letter = false;
    boolean digit = false;
    for (int at = start; at < end; at++) {
      letter |= Character.isLetter(text.charAt(at));
      digit |= Character.isDigit(text.charAt(at));
    }
    return letter && digit && end - start >= LEAST_SECRET;
  }
}
