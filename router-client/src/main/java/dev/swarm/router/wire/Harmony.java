package dev.swarm.router.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What leaks of gpt-oss's own format where a server does not read it: channels with a header, each.
 * Analysis is thinking, a commentary to a function is a call, the rest is text.
 */
record Harmony(String text, String analysis, List<DraftCall> calls) {
  private static final String MESSAGE = "<|message|>";
  private static final String CHANNEL = "<|channel|>";
  private static final List<String> ENDS =
      List.of("<|end|>", "<|call|>", "<|return|>", "<|start|>", CHANNEL);
  private static final Pattern TO = Pattern.compile("to=(?:functions\\.)?([a-zA-Z0-9_.-]+)");

  Harmony {
    calls = List.copyOf(calls);
  }

  /** Whether the format is in a text. */
  static boolean isIn(String text) {
    return text.contains(CHANNEL) && text.contains(MESSAGE);
  }

  static Harmony of(String text) {
    var reading = new Reading();
    int at = 0;
    while (at < text.length()) {
      int message = text.indexOf(MESSAGE, at);
      if (message < 0) {
        break;
      }
      int body = message + MESSAGE.length();
      int end = end(text, body);
      reading.part(text.substring(at, message), text.substring(body, end).strip());
      at = end;
    }
    return reading.harmony();
  }

  private static int end(String text, int from) {
    int mark = text.indexOf("<|", from);
    while (mark >= 0) {
      for (var end : ENDS) {
        if (text.startsWith(end, mark)) {
          return mark;
        }
      }
      mark = text.indexOf("<|", mark + 2);
    }
    return text.length();
  }

  /** What was read so far. */
  private static final class Reading {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder analysis = new StringBuilder();
    private final List<DraftCall> calls = new ArrayList<>();

    void part(String header, String body) {
      int mark = header.indexOf("<|");
      var before = header.substring(0, Math.max(0, mark)).strip();
      var to = TO.matcher(header);
      append(text, before);
      if (to.find()) {
        calls.add(new DraftCall("", to.group(1), body));
      } else {
        append(header.contains(CHANNEL + "analysis") ? analysis : text, body);
      }
    }

    Harmony harmony() {
      return new Harmony(text.toString(), analysis.toString(), calls);
    }

    private static void append(StringBuilder to, String part) {
      to.append(to.isEmpty() || part.isEmpty() ? "" : "\n").append(part);
    }
  }
}
