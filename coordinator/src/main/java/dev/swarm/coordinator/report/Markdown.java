package dev.swarm.coordinator.report;

import java.util.Collection;
import java.util.stream.Collectors;

/** Makes any text mean nothing but itself in CommonMark and GitHub's tables. */
final class Markdown {
  private Markdown() {}

  /** One line of text; what could mean something is escaped, links made of bare addresses too. */
  static String text(String text) {
    return Columns.calm(text.replaceAll("\\R", " "))
        .replaceAll("([\\\\`*_\\[\\]<>#|~&@])", "\\\\$1")
        .replaceAll(":(?=//)|(?<=[Ww]{3})\\.", "\\\\$0")
        .replaceFirst("^\\s*(\\d*)([-+=.)])", "$1\\\\$2");
  }

  /** Text to be copied, in a code span. */
  static String code(String text) {
    var calm = Columns.calm(text.replaceAll("\\R", " "));
    var ticks = "`".repeat(longest(calm) + 1);
    var pad = calm.startsWith("`") || calm.endsWith("`") ? " " : "";
    return calm.isEmpty() ? "" : ticks + pad + calm + pad + ticks;
  }

  /** Lines as they are, in a fence that they cannot close. */
  static String fence(Collection<String> lines) {
    var calm = lines.stream().map(Columns::calm).collect(Collectors.joining("\n"));
    var ticks = "`".repeat(Math.max(3, longest(calm) + 1));
    return ticks + "text\n" + calm + "\n" + ticks + "\n";
  }

  private static int longest(String text) {
    int longest = 0;
    int run = 0;
    for (int at = 0; at < text.length(); at++) {
      run = text.charAt(at) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
