package dev.swarm.agent.proof;

import dev.swarm.protocol.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines of one look: {@code r3:12} or {@code r3:12-14}; lines count from 1. */
public record Citation(CallId call, int firstLine, int lastLine) {
  private static final String CALL = "[rR][1-9][0-9]{0,4}";
  private static final String LINE = "[1-9][0-9]{0,6}";
  private static final Pattern LABEL =
      Pattern.compile(
          "\\[?("
              + CALL
              + "):("
              + LINE
              + ")(?:\\s*(?:-|–|\\.\\.)\\s*(?:("
              + CALL
              + "):)?("
              + LINE
              + "))?\\|?]?");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[,;]\\s*|\\s+(?:and|&)\\s+|\\s+(?=\\[?" + CALL + ":)(?<![-–.]\\s{0,3})");

  /** Reads a label as a mind writes it; empty if it is none. */
  public static Optional<Citation> parse(String label) {
    var matcher = LABEL.matcher(label.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var call = matcher.group(1).toLowerCase(Locale.ROOT);
    int first = Integer.parseInt(matcher.group(2));
    int last = matcher.group(4) == null ? first : Integer.parseInt(matcher.group(4));
    boolean another = matcher.group(3) != null && !matcher.group(3).equalsIgnoreCase(call);
    return another || last < first
        ? Optional.empty()
        : Optional.of(new Citation(new CallId(call), first, last));
  }

  /** Reads what may be several labels in one text, {@code r3:12, r4:1-2}; empty if one is none. */
  static List<Citation> all(String labels) {
    var all = new ArrayList<Citation>();
    for (var label : BETWEEN.split(labels.strip())) {
      var one = parse(label);
      if (one.isEmpty()) {
        return List.of();
      }
      all.add(one.get());
    }
    return all;
  }

  @Override
  public String toString() {
    return call + ":" + firstLine + (lastLine == firstLine ? "" : "-" + lastLine);
  }
}
