package dev.swarm.agent.proof;

import dev.swarm.protocol.prose.Tokens;
import java.util.Locale;
import java.util.regex.Pattern;

/** What stays the same of a text when the same trouble is seen on another host, or tomorrow. */
final class Gist {
  private static final int SENTENCE = 4;
  private static final int LONGEST = 160;
  private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
  private static final Pattern STAMP =
      Pattern.compile("^(?:" + MONTH + " [ \\d]\\d [\\d:.]+|\\d{4}-\\d\\d-\\d\\d[T ]\\S+)\\s+");
  private static final Pattern VARYING =
      Pattern.compile("(?<!\\w)(?:[0-9][\\w.:,%-]*|(?:0x)?[0-9a-fA-F]*[0-9][0-9a-fA-F-]*)(?!\\w)");

  private Gist() {}

  /** Of a subject: a name stays whole, a message loses its numbers. */
  static String ofSubject(String subject, String node) {
    return Tokens.of(subject).size() < SENTENCE ? subject : ofLine(subject, node);
  }

  /** Of a line: without the time it begins with, the node's name, and numbers. */
  static String ofLine(String line, String node) {
    var bare = STAMP.matcher(line.strip()).replaceFirst("");
    var here = bare.startsWith(node + " ") ? bare.substring(node.length() + 1) : bare;
    var shape = VARYING.matcher(here).replaceAll("#").toLowerCase(Locale.ROOT);
    return shape.length() <= LONGEST ? shape : shape.substring(0, LONGEST);
  }
}
