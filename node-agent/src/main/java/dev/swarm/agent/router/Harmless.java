package dev.swarm.agent.router;

import java.util.regex.Pattern;

/**
 * Takes from a host's text what a model, or the template that writes its prompt, could take for
 * more than data: our own labels and fences, and the marks with which templates tell who speaks
 * ({@code <|im_start|>}, {@code [INST]}, {@code <tool_call>}). The words stay, and a mark becomes
 * one that looks alike and means nothing.
 */
final class Harmless {
  private static final Pattern LABEL =
      Pattern.compile("(?i)\\b(r[0-9]{1,6}:[0-9]{1,8}(?:-[0-9]{1,8})?\\s*)[|｜│]");
  private static final Pattern FENCE = Pattern.compile("[-‐-―]{3,}(?=\\s*(?i:data|end)\\b)");
  private static final Pattern TAG = Pattern.compile("<(?=[|｜/<]?[\\p{L}_|｜][^<\\n]{0,80}[>|｜])");
  private static final Pattern CLOSING = Pattern.compile("(?<=[|｜])>");
  private static final Pattern BRACKET =
      Pattern.compile(
          "\\[(?=/?(?i:INST|SYSTEM_PROMPT|TOOL_CALLS?|AVAILABLE_TOOLS|TOOL_RESULTS?|TOOL_CONTENT"
              + "|ARGS|CALL_ID|THINK)])");

  /** One of these is in whatever the patterns find, or three dashes. */
  private static final String SUSPECT = "|｜│<[";

  private Harmless() {}

  /** The text, harmless; the same where there was nothing of the kind. */
  static String of(String text) {
    return plain(text) ? text : mended(text);
  }

  /** Whether nothing of the kind can be in it: the usual case, and cheaper than five patterns. */
  private static boolean plain(String text) {
    int dashes = 0;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      dashes = one == '-' || (one >= '‐' && one <= '―') ? dashes + 1 : 0;
      if (dashes == 3 || SUSPECT.indexOf(one) >= 0) {
        return false;
      }
    }
    return true;
  }

  static String mended(String text) {
    var harmless = LABEL.matcher(text).replaceAll("$1¦");
    harmless = FENCE.matcher(harmless).replaceAll("- -");
    harmless = TAG.matcher(harmless).replaceAll("‹");
    harmless = CLOSING.matcher(harmless).replaceAll("›");
    return BRACKET.matcher(harmless).replaceAll("(");
  }

  /** On one line, cut to {@code most} characters. */
  static String line(String text, int most) {
    var one = of(text.replace('\n', ' ').strip());
    if (one.length() <= most) {
      return one;
    }
    int end = Character.isHighSurrogate(one.charAt(most - 1)) ? most - 1 : most;
    return one.substring(0, end) + "…";
  }
}
