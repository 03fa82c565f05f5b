package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of everything that the rows of an investigation are about. */
final class Elsewhere {
  /** Are called so, and are words of every sentence as well. */
  private static final Set<String> WORDS =
      Set.of(
          "cpu", "io", "memory", "swap", "load", "threads", "journal", "log", "clock", "network",
          "open", "files");

  private Elsewhere() {}

  static Set<String> names(Conversation conversation) {
    var names = new HashSet<String>();
    for (var look : conversation.looks()) {
      for (var row : look.result().rows()) {
        var name = Subjects.shortly(row.subject()).toLowerCase(Locale.ROOT);
        if (name.indexOf(' ') < 0) {
          names.add(name);
          names.add(row.subject().toLowerCase(Locale.ROOT));
        }
      }
    }
    names.removeAll(WORDS);
    names.removeAll(Subjects.KINDS);
    return names;
  }
}
