package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Turn.Wish;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the blanks of a script with what the tools said in this conversation. */
final class Blanks {
  private static final Pattern BLANK = Pattern.compile("\\{\\{(label|line|match) (.*?)}}");
  private static final Pattern LABELLED = Pattern.compile("\\s*(r\\d+:\\d+)\\| ?(.*)");
  private final Asked asked;

  Blanks(Asked asked) {
    this.asked = asked;
  }

  /** A call with its blanks filled; what is put in stays within its JSON text. */
  Wish filled(Wish wish) {
    return new Wish(wish.tool(), fill(wish.arguments(), true));
  }

  String text(String template) {
    return fill(template, false);
  }

  private String fill(String template, boolean json) {
    if (!template.contains("{{")) {
      return template;
    }
    return BLANK
        .matcher(template)
        .replaceAll(blank -> {
          var value = value(blank.group(1), blank.group(2));
          return Matcher.quoteReplacement(json ? escaped(value) : value);
        });
  }

  private String value(String kind, String what) {
    return switch (kind) {
      case "label" -> line(what).map(line -> line.group(1)).orElse("r0:0");
      case "line" -> line(what).map(line -> line.group(2)).orElse("");
      case "match" -> match(Pattern.compile(what));
      default -> "";
    };
  }

  private Optional<Matcher> line(String text) {
    return lines().stream()
        .map(LABELLED::matcher)
        .filter(line -> line.matches() && line.group(2).contains(text))
        .findFirst();
  }

  private String match(Pattern pattern) {
    for (var line : lines()) {
      var found = pattern.matcher(line);
      if (found.find()) {
        var group = found.group(found.groupCount() > 0 ? 1 : 0);
        return group == null ? "" : group;
      }
    }
    return "";
  }

  private List<String> lines() {
    return asked.results().stream().flatMap(result -> result.text().lines()).toList();
  }

  private static String escaped(String value) {
    var quoted = Json.object().textNode(value).toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}
