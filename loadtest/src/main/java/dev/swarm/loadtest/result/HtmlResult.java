package dev.swarm.loadtest.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A result as one page that needs nothing else: no script, no request to anywhere; its policy
 * allows the one style sheet inside, by hash.
 */
public final class HtmlResult {
  private static final String STYLE = style();

  private final Result result;
  private final StringBuilder page = new StringBuilder();

  private HtmlResult(Result result) {
    this.result = result;
  }

  /** The page. */
  public static String of(Result result) {
    var html = new HtmlResult(result);
    html.head();
    html.tiles();
    html.plots();
    html.nodes();
    html.bus();
    html.page.append("</main></body></html>\n");
    return html.page.toString();
  }

  private void head() {
    var setting = result.setting();
    page.append(
        String.format(
            Locale.ROOT,
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Load test %s</title><style>%s</style></head><body><main>
            """,
            hash(STYLE),
            safe(result.scenario()),
            STYLE));
    page.append(String.format(Locale.ROOT, "<h1>Load test %s</h1>", safe(result.scenario())));
    page.append(
        String.format(
            Locale.ROOT,
            "<p class=\"soft\">%s · %d nodes, %d tasks, %d at once, %d slots, thinking %s, sandbox"
                + " %s, %s, faults: %s · %d cores, load %.1f before and %.1f after</p>\n",
            safe(result.started()),
            setting.nodes(),
            setting.tasks(),
            setting.concurrency(),
            setting.slots(),
            safe(setting.think()),
            setting.sandbox() ? "on" : "off",
            safe(setting.order()),
            safe(setting.faults()),
            setting.cores(),
            setting.loadBefore(),
            setting.loadAfter()));
  }

  private void tiles() {
    page.append("<dl>");
    int all = result.succeeded() + result.failed();
    tile("succeeded", String.format(Locale.ROOT, "%d of %d", result.succeeded(), all), causes());
    tile("wall", seconds(result.wallMillis()), ideal());
    tile(
        "tasks per minute",
        String.format(Locale.ROOT, "%.0f", result.tasksPerMinute()),
        result.turns() + " model turns");
    tile(
        "tool calls",
        "" + result.toolCalls(),
        String.format(Locale.ROOT, "%.2f a task", (double) result.toolCalls() / Math.max(1, all)));
    tile(
        "slots in use",
        String.format(Locale.ROOT, "%.1f %%", 100 * result.slotUtilisation()),
        result.router().requests()
            + " requests, at most "
            + result.router().waitingMost()
            + " waiting");
    var times = result.taskMillis();
    tile(
        "a task",
        seconds(times.mean()),
        "p50 %s, p95 %s, p99 %s, max %s"
            .formatted(
                seconds(times.p50()),
                seconds(times.p95()),
                seconds(times.p99()),
                seconds(times.max())));
    tile(
        "own CPU a task",
        String.format(Locale.ROOT, "%.1f ms", result.ownCpuMillisPerTask()),
        String.format(Locale.ROOT, "commands %.1f ms", result.commandCpuMillisPerTask()));
    tile(
        "coordinator",
        String.format(Locale.ROOT, "%.2f s CPU", result.coordinator().cpuMillis() / 1000.0),
        (result.coordinator().heapPeakBytes() >> 20) + " MiB heap at most");
    page.append("</dl>\n");
  }

  private void tile(String name, String value, String more) {
    page.append(
        String.format(
            Locale.ROOT,
            "<div><dt>%s</dt><dd>%s<small>%s</small></dd></div>",
            safe(name),
            safe(value),
            safe(more)));
  }

  private String causes() {
    var causes =
        result.failedByCause().entrySet().stream()
            .map(cause -> cause.getValue() + " " + cause.getKey())
            .collect(Collectors.joining(", "));
    return causes.isEmpty() ? "none failed" : "failed: " + causes;
  }

  private String ideal() {
    var ideal = result.idealMillis();
    return ideal.firstCome() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%.3f × first come (%.2f s), longest first %.2f s, bound %.2f s",
            result.wallMillis() / ideal.firstCome(),
            ideal.firstCome() / 1000,
            ideal.longestFirst() / 1000,
            ideal.lowerBound() / 1000);
  }

  private void plots() {
    plot("Concurrency over time", ConcurrencyPlot.of(result), faults());
    plot("Task times", TimesPlot.of(result), "");
    boolean cut = result.nodes().size() > GanttPlot.MOST_NODES;
    var only = cut ? "The first " + GanttPlot.MOST_NODES + " nodes." : "";
    plot("Who worked when", GanttPlot.of(result), only);
    plot("Tool calls per node", CallsPlot.of(result), only);
  }

  private String faults() {
    return result.faults().stream()
        .map(fault ->
            String.format(Locale.ROOT, "%.1f s: %s", fault.atMillis() / 1000, fault.what()))
        .collect(Collectors.joining("; "));
  }

  private void plot(String title, String svg, String caption) {
    page.append(
        String.format(
            Locale.ROOT,
            "<h2>%s</h2><figure>%s<figcaption>%s</figcaption></figure>\n",
            safe(title),
            svg,
            safe(caption)));
  }

  private void nodes() {
    var rows =
        result.nodes().stream()
            .map(node ->
                List.of(
                    node.node(),
                    "" + node.tasks(),
                    "" + node.failed(),
                    "" + node.toolCalls(),
                    seconds(node.averageMillis()),
                    node.cpuMillis() + " ms",
                    node.commandCpuMillis() + " ms",
                    String.format(Locale.ROOT, "%.1f", node.load()),
                    (node.residentBytes() >> 20) + " MiB"))
            .toList();
    table(
        "Nodes",
        List.of(
            "node",
            "tasks",
            "failed",
            "tool calls",
            "average",
            "own CPU",
            "commands",
            "load",
            "resident"),
        rows);
  }

  private void bus() {
    var rows =
        result.bus().byType().entrySet().stream()
            .map(type ->
                List.of(
                    type.getKey(), "" + type.getValue().messages(), "" + type.getValue().bytes()))
            .toList();
    table("Messages at the coordinator's door", List.of("type", "messages", "bytes"), rows);
  }

  private void table(String title, List<String> heads, List<List<String>> rows) {
    page.append(
        String.format(
            Locale.ROOT, "<h2>%s</h2><div class=\"scroll\"><table><thead><tr>", safe(title)));
    heads.forEach(
        head -> page.append(String.format(Locale.ROOT, "<th scope=\"col\">%s</th>", safe(head))));
    page.append("</tr></thead><tbody>");
    for (var row : rows) {
      page.append("<tr>");
      row.forEach(cell -> page.append(String.format(Locale.ROOT, "<td>%s</td>", safe(cell))));
      page.append("</tr>");
    }
    page.append("</tbody></table></div>\n");
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }

  private static String safe(String text) {
    return Svg.escaped(text);
  }

  private static String style() {
    try (var in = HtmlResult.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the style of the page", e);
    }
  }

  private static String hash(String style) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(style.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
