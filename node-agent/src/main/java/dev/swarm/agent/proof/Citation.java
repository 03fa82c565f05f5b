package dev.swarm.agent.proof;

import dev.swarm.protocol.CallId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines of one look: {@code r3:12} or {@code r3:12-14}; lines count from 1. */
public record Citation(CallId call, int firstLine, int lastLine) {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\[?(r[1-9][0-9]{0,4}):([1-9][0-9]{0,6})(?:[-–](?:r[0-9]+:)?([1-9][0-9]{0,6}))?]?");

  /** Reads a label as a mind writes it; empty if it is none. */
  public static Optional<Citation> parse(String label) {
    var matcher = LABEL.matcher(label.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(matcher.group(2));
    int last = matcher.group(3) == null ? first : Integer.parseInt(matcher.group(3));
    return last < first
        ? Optional.empty()
        : Optional.of(new Citation(new CallId(matcher.group(1)), first, last));
  }

  @Override
  public String toString() {
    return call + ":" + firstLine + (lastLine == firstLine ? "" : "-" + lastLine);
  }
}
