import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Draws what a command printed, colours included, as an SVG: the picture in the README.
 *
 * <p>{@code SWARM_STDOUT_TTY=1 COLUMNS=100 ./swarm audit --color always --quiet > audit.txt; java
 * docs/images/Picture.java audit.txt docs/images/audit.svg 60}
 */
final class Picture {
  private static final Pattern CODE = Pattern.compile("\u001b\\[([0-9;]*)m");
  private static final int WIDTH = 8;
  private static final int HEIGHT = 17;

  private Picture() {}

  /** Draws {@code args[0]} into {@code args[1]}, at most {@code args[2]} lines of it. */
  public static void main(String[] args) throws Exception {
    var all = Files.readAllLines(Path.of(args[0]));
    int most = Integer.parseInt(args[2]);
    var lines = new ArrayList<String>();
    lines.add("\u001b[2m$ \u001b[0m./swarm audit");
    lines.addAll(all.size() <= most ? all : all.subList(0, most - 14));
    if (all.size() > most) {
      lines.add("\u001b[2m   ⋮   (" + (all.size() - most + 1) + " lines more)\u001b[0m");
      lines.addAll(all.subList(all.size() - 13, all.size()));
    }
    Files.writeString(Path.of(args[1]), svg(lines));
  }

  private static String svg(List<String> lines) {
    int width = 102 * WIDTH + 32;
    int height = (lines.size() + 2) * HEIGHT + 12;
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="A swarm audit in a terminal">
        <style>text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;fill:#d6dbe2}
        .b{font-weight:700}.d{fill:#8b95a3}.r{fill:#ff8f85}.y{fill:#f2c66d}.c{fill:#7cc7e8}.g{fill:#8fd19e}.m{fill:#d9a4e6}</style>
        <rect width="100%%" height="100%%" rx="8" fill="#161b22"/>
        """
            .formatted(width, height));
    for (int i = 0; i < lines.size(); i++) {
      svg.append("<text x=\"16\" y=\"%d\">".formatted((i + 2) * HEIGHT));
      line(lines.get(i), svg);
      svg.append("</text>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private static void line(String text, StringBuilder svg) {
    var matcher = CODE.matcher(text);
    int from = 0;
    String style = "";
    while (matcher.find()) {
      span(text.substring(from, matcher.start()), style, svg);
      style = style(matcher.group(1));
      from = matcher.end();
    }
    span(text.substring(from), style, svg);
  }

  private static void span(String text, String style, StringBuilder svg) {
    if (!text.isEmpty()) {
      var safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      svg.append(style.isEmpty() ? safe : "<tspan class=\"" + style + "\">" + safe + "</tspan>");
    }
  }

  private static String style(String codes) {
    var classes = new ArrayList<String>();
    for (var code : codes.split(";")) {
      switch (code) {
        case "1" -> classes.add("b");
        case "2" -> classes.add("d");
        case "31" -> classes.add("r");
        case "32" -> classes.add("g");
        case "33" -> classes.add("y");
        case "35" -> classes.add("m");
        case "36" -> classes.add("c");
        default -> {}
      }
    }
    return String.join(" ", classes);
  }
}
