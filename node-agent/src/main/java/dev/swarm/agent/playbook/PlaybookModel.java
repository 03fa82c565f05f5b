package dev.swarm.agent.playbook;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Checks;
import dev.swarm.protocol.CheckId;
import dev.swarm.router.scripted.Asked;
import dev.swarm.router.scripted.Brain;
import dev.swarm.router.scripted.Turn;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.catalog.Catalog;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.host.Platform;
import dev.swarm.tools.rows.Value;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The playbook as a chat model, for clients that are not ours: they offer tools named and behaving
 * like swarm's, run what it asks for, send back what the tools printed, and get the checks'
 * verdicts with the lines they stand on. It knows no more than it is told, and what follows is
 * decided by the conversation alone. Any thread.
 */
public final class PlaybookModel implements Brain {
  /** The model's name at the endpoint. */
  public static final String NAME = "swarm-playbook";

  private static final int EVIDENCE_LINES = 3;

  private final Catalog catalog;
  private final Checks checks;
  private final InstantSource clock;

  /** Judges by {@code checks} what the tools of {@code catalog} print. */
  public PlaybookModel(Catalog catalog, Checks checks, InstantSource clock) {
    this.catalog = catalog;
    this.checks = checks;
    this.clock = clock;
  }

  @Override
  public Turn turn(Asked asked) {
    if (ours(asked)) {
      return Turn.wants(
          new Turn.Wish(
              "conclude", "{\"summary\":\"the playbook has judged every check already\"}"));
    }
    var telling = new Telling(catalog, checks, platform(asked), clock, asked);
    if (telling.answerable().isEmpty()) {
      return Turn.says(offerMore());
    }
    var open = telling.open();
    if (!open.isEmpty()) {
      return wants(open, asked);
    }
    var next = telling.followed() ? Set.<ToolCall>of() : telling.followUps();
    return next.isEmpty() ? Turn.says(verdict(telling)) : wants(next, asked);
  }

  /** A swarm that asks has let its own playbook look before. */
  private static boolean ours(Asked asked) {
    return asked.tools().tool("report_finding").isPresent()
        && asked.tools().tool("conclude").isPresent();
  }

  private static Platform platform(Asked asked) {
    var words = (asked.instructions() + " " + asked.opening()).toLowerCase(Locale.ROOT);
    return words.contains("macos") ? Platform.MACOS : Platform.LINUX;
  }

  private static Turn wants(Set<ToolCall> calls, Asked asked) {
    return Turn.wants(
        calls.stream()
            .limit(asked.parallel() ? calls.size() : 1)
            .map(call -> new Turn.Wish(call.tool(), ToldCall.arguments(call)))
            .toList());
  }

  private String offerMore() {
    var tools =
        checks.all().stream()
            .map(Check::tool)
            .distinct()
            .filter(tool -> catalog.tool(tool).isPresent())
            .sorted()
            .collect(Collectors.joining(", "));
    return "I am swarm's playbook: I judge what diagnostic tools print, and nothing else. Offer me"
        + " tools that have the names of swarm's and print the same, such as: "
        + tools;
  }

  private static String verdict(Telling telling) {
    var odd = telling.odd();
    var judged = telling.answerable().stream().map(one -> one.check().id()).toList();
    var text = new StringBuilder();
    text.append(odd.isEmpty() ? "Nothing odd." : odd.size() + " found.").append('\n');
    odd.forEach(one -> text.append('\n').append(said(one)));
    text.append("\nChecks: ").append(ids(judged)).append(".\n");
    var unreadable = telling.unreadable();
    if (!unreadable.isEmpty()) {
      text.append("Unknown, because the output could not be read: ")
          .append(ids(unreadable.stream().map(Check::id).toList()))
          .append(".\n");
    }
    return text.toString();
  }

  private static String ids(List<CheckId> ids) {
    return ids.stream().map(CheckId::value).collect(Collectors.joining(", "));
  }

  private static String said(Telling.Odd odd) {
    var words = odd.check().words();
    var scope = ((Facts) odd.is().scope()).with("subject", new Value.Text(odd.is().subject()));
    var lines = odd.result().text().lines();
    var evidence =
        odd.is().rows().stream()
            .flatMap(row -> row.lines().stream())
            .distinct()
            .limit(EVIDENCE_LINES)
            .map(
                line -> "  " + odd.result().call().tool() + ":" + line + "| " + lines.get(line - 1))
            .collect(Collectors.joining("\n"));
    return odd.is().severity().id()
        + ": "
        + words.title().fill(scope)
        + " ["
        + odd.check().id()
        + "]\n  "
        + words.detail().fill(scope)
        + "\n"
        + evidence
        + "\n  "
        + words.remedy().fill(scope)
        + "\n";
  }
}
