package dev.swarm.protocol;

import java.util.List;

/**
 * What a finding rests on: lines of one tool call's output, verbatim.
 *
 * @param argv the command, or the files that were read
 * @param firstLine counted from 1
 * @param lastLine inclusive
 * @param quote those lines as the tool printed them, secrets hidden
 * @param sha256 of the whole (redacted) output that the quote was cut from
 */
public record Evidence(
    CallId call,
    String tool,
    List<String> argv,
    int firstLine,
    int lastLine,
    String quote,
    String sha256) {
  public Evidence {
    argv = List.copyOf(argv);
    if (firstLine < 1 || lastLine < firstLine) {
      throw new IllegalArgumentException(
          "lines count from 1, first to last: " + firstLine + "–" + lastLine);
    }
  }
}
