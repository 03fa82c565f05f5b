package dev.swarm.tools.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A private key between {@code BEGIN} and {@code END} (RFC 7468, RFC 4880, OpenSSH), of any kind:
 * whole, on one line with escaped line ends, with a prefix on each line, cut at either end. Each
 * line of it is hidden by itself, so that lines keep their numbers.
 */
record KeyBlock(String id) implements Rule {
  private static final String WORD = "PRIVATE KEY";
  private static final int SAME_LINE = 1 << 16;
  private static final int LONGEST_LABEL = 40;

  @Override
  public List<String> words() {
    return List.of(WORD);
  }

  @Override
  public Found find(Hit hit) {
    String text = hit.text();
    int begin = labelStart(text, hit.start(), "BEGIN ");
    if (begin >= 0) {
      return fromBegin(hit, begin);
    }
    int end = labelStart(text, hit.start(), "END ");
    return end >= 0 ? beforeEnd(hit, end) : Found.NOTHING;
  }

  /** Where the dashes before the label begin, or -1. */
  private static int labelStart(String text, int word, String opening) {
    int from = Math.max(0, word - LONGEST_LABEL);
    int found = text.substring(from, word).lastIndexOf(opening);
    int label = from + found;
    if (found < 0 || text.substring(label, word).indexOf('-') >= 0) {
      return -1;
    }
    int start = label;
    while (start > 0 && (text.charAt(start - 1) == '-' || text.charAt(start - 1) == ' ')) {
      start--;
    }
    while (text.charAt(start) == ' ') {
      start++;
    }
    return text.startsWith("--", start) ? start : -1;
  }

  /** Past {@code PRIVATE KEY BLOCK-----}. */
  private static int labelEnd(String text, int word) {
    int at = word + WORD.length();
    if (text.startsWith(" BLOCK", at)) {
      at += " BLOCK".length();
    }
    while (at < text.length() && (text.charAt(at) == '-' || text.startsWith(" -", at))) {
      at++;
    }
    return at;
  }

  private Found fromBegin(Hit hit, int begin) {
    String text = hit.text();
    int bodyStart = labelEnd(text, hit.end() - WORD.length());
    int lineEnd = KeyLines.endOfLine(text, bodyStart);
    int near = Math.min(lineEnd, bodyStart + SAME_LINE);
    int end = text.indexOf("-END ", bodyStart, near);
    int word = end < 0 ? -1 : text.indexOf(WORD, end, Math.min(near, end + LONGEST_LABEL + 16));
    if (word >= 0) {
      return Found.one(hit.span(begin, labelEnd(text, word), id));
    }
    int stop = oneLineEnd(text, bodyStart, lineEnd);
    var spans = new ArrayList<Span>();
    spans.add(hit.span(begin, stop, id));
    return stop < lineEnd - 2 ? new Found(spans, stop) : following(hit, lineEnd, spans);
  }

  /** Escaped line ends, spaces and base64 up to a quote or a tag: the rest of a key cut short. */
  private static int oneLineEnd(String text, int from, int lineEnd) {
    int at = from;
    while (at < lineEnd
        && (KeyLines.isBody(text.charAt(at)) || "\\ #.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    while (at > from && text.charAt(at - 1) == ' ') {
      at--;
    }
    return at;
  }

  private Found following(Hit hit, int firstLineEnd, List<Span> spans) {
    String text = hit.text();
    int last = endLine(text, firstLineEnd);
    int lineEnd = firstLineEnd;
    boolean body = false;
    for (int line = 0; line < KeyLines.LIMIT && lineEnd < text.length(); line++) {
      int start = lineEnd + 1;
      int next = KeyLines.endOfLine(text, start);
      if (last >= 0 && start > last) {
        break;
      }
      if (last >= start && last <= next) {
        spans.add(hit.span(labelStart(text, last, "END "), labelEnd(text, last), id));
        return new Found(spans, next);
      }
      var run = KeyLines.lastRun(text, start, next);
      boolean full = run.filter(it -> KeyLines.isFull(text, it)).isPresent();
      if (last < 0 && !full && (body || !isHeader(text, start, next))) {
        run.filter(it -> next == text.length() && it.start() == start)
            .ifPresent(it -> spans.add(hit.span(it.start(), it.end(), id)));
        break;
      }
      body |= full;
      run.ifPresent(it -> spans.add(hit.span(it.start(), it.end(), id)));
      lineEnd = next;
    }
    return new Found(spans, lineEnd);
  }

  /** The headers of RFC 1421 and of PGP armour, and the blank line after them. */
  private static boolean isHeader(String text, int start, int end) {
    String line = text.substring(start, Math.min(end, start + 200));
    return line.isBlank()
        || line.endsWith(": ")
        || line.contains("Proc-Type:")
        || line.contains("DEK-Info:")
        || line.contains("Version:")
        || line.contains("Comment:");
  }

  /** Where {@code PRIVATE KEY} stands in the END line that belongs to this block, or -1. */
  private static int endLine(String text, int from) {
    int lineEnd = from;
    for (int line = 0; line < KeyLines.LIMIT && lineEnd < text.length(); line++) {
      int start = lineEnd + 1;
      lineEnd = KeyLines.endOfLine(text, start);
      int word = text.indexOf(WORD, start, Math.min(lineEnd, start + SAME_LINE));
      if (word >= 0) {
        return labelStart(text, word, "END ") >= start ? word : -1;
      }
    }
    return -1;
  }

  /** Only the tail of a key is here: hides it backwards from its END line. */
  private Found beforeEnd(Hit hit, int end) {
    String text = hit.text();
    var spans = new ArrayList<Span>();
    spans.add(hit.span(end, labelEnd(text, hit.end() - WORD.length()), id));
    int lineStart = lineStart(text, end);
    sameLineBody(text, lineStart, end)
        .ifPresent(it -> spans.add(hit.span(it.start(), it.end(), id)));
    boolean first = true;
    for (int line = 0; line < KeyLines.LIMIT && lineStart > 0; line++) {
      int previous = lineStart(text, lineStart - 1);
      var run = KeyLines.lastRun(text, previous, lineStart - 1);
      boolean full = run.filter(it -> KeyLines.isFull(text, it)).isPresent();
      if (!full && !(first && run.filter(it -> it.length() >= 4).isPresent())) {
        break;
      }
      run.ifPresent(it -> spans.add(hit.span(it.start(), it.end(), id)));
      first = false;
      lineStart = previous;
    }
    return new Found(spans, hit.end());
  }

  /** Where the line begins, or as far before as we look. */
  private static int lineStart(String text, int from) {
    int limit = Math.max(0, from - SAME_LINE);
    int at = from;
    while (at > limit && text.charAt(at - 1) != '\n') {
      at--;
    }
    return at;
  }

  /** Base64 and escapes glued before {@code -----END} on its own line. */
  private static Optional<KeyLines.Run> sameLineBody(String text, int lineStart, int end) {
    int start = end;
    int limit = Math.max(lineStart, end - SAME_LINE);
    while (start > limit
        && (KeyLines.isBody(text.charAt(start - 1)) || text.charAt(start - 1) == '\\')) {
      start--;
    }
    return end - start >= KeyLines.FULL
        ? Optional.of(new KeyLines.Run(start, end))
        : Optional.empty();
  }
}
