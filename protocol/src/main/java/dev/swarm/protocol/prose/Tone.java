package dev.swarm.protocol.prose;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a sentence says that all is well. A finding is shown because its rows are odd; a sentence
 * that takes it back would lie beside it.
 */
final class Tone {
  private static final Set<String> WELL =
      Set.of(
          "fine",
          "healthy",
          "ok",
          "okay",
          "normal",
          "normally",
          "good",
          "well",
          "safe",
          "harmless",
          "nominal",
          "unremarkable",
          "acceptable",
          "plenty",
          "ample",
          "recovered",
          "resolved",
          "stable",
          "correctly",
          "benign",
          "negligible");

  private static final Set<String> NOT =
      Set.of(
          "not", "no", "never", "isn't", "aren't", "wasn't", "doesn't", "don't", "nothing", "none",
          "cannot", "can't", "without", "neither", "hardly", "barely", "nor");

  /** What it is bad to be without: {@code not running} reports a trouble. */
  private static final Set<String> WANTED =
      Set.of(
          "running",
          "active",
          "working",
          "responding",
          "answering",
          "available",
          "synchronised",
          "synchronized",
          "reachable",
          "enough",
          "mounted",
          "started",
          "start",
          "able",
          "answer",
          "found",
          "enabled",
          "fresh",
          "writable",
          "run",
          "loaded",
          "reaped",
          "reap",
          "accept",
          "accepted",
          "finish",
          "finished",
          "complete",
          "completed",
          "end",
          "left",
          "space",
          "room",
          "respond",
          "reply",
          "healthy",
          "ok",
          "fine",
          "normal",
          "good",
          "up",
          "connect",
          "open",
          "bind",
          "rotated",
          "updated",
          "backed",
          "restart",
          "succeed",
          "longer",
          "been",
          "have",
          "recover",
          "recovered",
          "resolved",
          "clear",
          "free",
          "more",
          "only");

  private static final int REACH = 3;

  private Tone() {}

  /** Whether the words take back what the evidence says, which has {@code known} words itself. */
  static boolean denies(List<String> words, Set<String> known) {
    return IntStream.range(0, words.size())
        .anyMatch(i -> !known.contains(words.get(i)) && (takesBack(words, i) || praises(words, i)));
  }

  private static boolean takesBack(List<String> words, int at) {
    return NOT.contains(words.get(at)) && !wanted(words, at);
  }

  private static boolean praises(List<String> words, int at) {
    return WELL.contains(words.get(at)) && !negated(words, at);
  }

  private static boolean wanted(List<String> words, int at) {
    return words.subList(at + 1, Math.min(words.size(), at + 1 + REACH)).stream()
        .anyMatch(WANTED::contains);
  }

  private static boolean negated(List<String> words, int at) {
    return words.subList(Math.max(0, at - REACH), at).stream().anyMatch(NOT::contains);
  }
}
