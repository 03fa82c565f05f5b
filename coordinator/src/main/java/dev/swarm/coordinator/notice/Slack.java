package dev.swarm.coordinator.notice;

import dev.swarm.protocol.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A digest as a message of Slack: a line that stands in notifications, and a section for each
 * finding. What a node says is shown and never acted upon: no mention, no link, no formatting.
 */
record Slack(String text, List<Block> blocks) {
  /** Slack takes 50 blocks; a page of them is more than anybody reads. */
  private static final int SECTIONS = 20;

  private static final int NODES = 5;

  /** A section takes 3,000 characters, and each of ours may become eight. */
  private static final int LETTERS = 100;

  record Block(String type, Text text) {}

  /** What is in {@code mrkdwn} is marked up; {@code verbatim} leaves names and links alone. */
  record Text(String type, String text, boolean verbatim) {}

  static Slack of(Digest digest) {
    var headline = headline(digest);
    var blocks = new ArrayList<Block>();
    blocks.add(section("*" + headline + "*"));
    digest.changes().stream().limit(SECTIONS).forEach(change -> blocks.add(section(line(change))));
    int more = Math.max(0, digest.changes().size() - SECTIONS) + digest.notListed();
    if (more > 0) {
      blocks.add(section("… and " + more + " more: `swarm show " + plain(run(digest)) + "`"));
    }
    return new Slack(headline, List.copyOf(blocks));
  }

  private static String headline(Digest digest) {
    return digest.counts().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getValue() + " " + each.getKey().id())
            .collect(Collectors.joining(", "))
        + " · swarm "
        + plain(digest.coordinator())
        + " · run "
        + plain(run(digest));
  }

  private static String run(Digest digest) {
    return digest.run().value();
  }

  private static String line(Digest.Change change) {
    var nodes = change.nodes().stream().limit(NODES).toList();
    int more = change.nodes().size() - nodes.size() + change.nodesNotListed();
    return mark(change)
        + " *"
        + change.change().id().toUpperCase(Locale.ROOT)
        + "* "
        + change.severity().id()
        + ": "
        + plain(cut(change.title()))
        + "\n"
        + plain(nodes.stream().map(Slack::cut).collect(Collectors.joining(", ")))
        + (more > 0 ? " and " + more + " more" : "")
        + " · "
        + plain(change.check().map(Object::toString).orElse(change.area().value()));
  }

  private static String cut(String text) {
    return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
  }

  private static String mark(Digest.Change change) {
    if (change.change() == Happening.FIXED) {
      return "✓";
    }
    return switch (change.severity()) {
      case Severity.CRITICAL -> "✖";
      case Severity.WARNING -> "▲";
      case Severity.INFO -> "•";
    };
  }

  private static Block section(String text) {
    return new Block("section", new Text("mrkdwn", text, true));
  }

  /** Text that means nothing but itself: a zero-width space keeps marks from marking. */
  static String plain(String text) {
    var plain = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> plain.append("&amp;");
            case '<' -> plain.append("&lt;");
            case '>' -> plain.append("&gt;");
            case '*', '_', '~', '`', '@', '#', ':' -> plain.append('\u200b').appendCodePoint(point);
            default -> plain.append(shown(point));
          }
        });
    return plain.toString();
  }

  private static String shown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u{" + Integer.toHexString(point) + "}";
      default -> Character.toString(point);
    };
  }
}
