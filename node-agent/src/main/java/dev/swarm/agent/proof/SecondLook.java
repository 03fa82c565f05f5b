package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.investigation.Endings;
import dev.swarm.agent.investigation.Look;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.rows.Row;
import java.util.List;
import java.util.function.Function;

/** Looks again: a state is measured anew, an event found anew, a sample shown as then and now. */
final class SecondLook {
  private final Function<ToolCall, ToolResult> again;

  SecondLook(Function<ToolCall, ToolResult> again) {
    this.again = again;
  }

  /** What the second look gave. */
  sealed interface Seen {
    record Still(String measured) implements Seen {}

    record Gone(String measured) implements Seen {}

    record Blind(String reason) implements Seen {}
  }

  /** At what a check found odd. */
  Seen at(Prover.Ruled ruled) {
    var result = again.apply(ruled.look().call());
    if (!seen(ruled.look(), result)) {
      return new Seen.Blind(Endings.reason(result.ending()));
    }
    var judged = ruled.judged();
    var now =
        ruled.question().judge(result.rows()).stream()
            .filter(one -> one.subject().equals(judged.subject()))
            .toList();
    var then = Rendering.values(ruled);
    if (now.isEmpty()) {
      return ruled.question().check().kind() == Check.Kind.SAMPLE
          ? new Seen.Still(then + " then, nothing now")
          : new Seen.Gone(then + " then, nothing of it now");
    }
    var odd = now.stream().filter(Judged.Odd.class::isInstance).findFirst();
    var shown = Rendering.values(ruled.question().check(), odd.orElse(now.getFirst()));
    var measured = then.equals(shown) ? then + ", twice" : then + " then, " + shown + " now";
    if (odd.isPresent() || ruled.question().check().kind() == Check.Kind.SAMPLE) {
      return new Seen.Still(measured);
    }
    return now.getFirst() instanceof Judged.Blind(_, var reason, _, _)
        ? new Seen.Blind(reason)
        : new Seen.Gone(measured);
  }

  /** At lines that no check covers: the same subject with the same field, or the same words. */
  Seen at(List<Cited> cited, Claim claim) {
    for (var one : cited) {
      var result = again.apply(one.look().call());
      if (!seen(one.look(), result)) {
        return new Seen.Blind(Endings.reason(result.ending()));
      }
      var rows = one.rows();
      boolean still = rows.isEmpty() ? words(one, result) : rows(rows, result, claim);
      if (!still) {
        return new Seen.Gone("the lines cited are not printed any more");
      }
    }
    return new Seen.Still("found again");
  }

  private static boolean words(Cited cited, ToolResult result) {
    var lines = result.text().lines().stream().map(Resolving::squeezed).toList();
    return cited.words().stream().map(Resolving::squeezed).allMatch(lines::contains);
  }

  private static boolean rows(List<Row> rows, ToolResult result, Claim claim) {
    return rows.stream()
        .allMatch(row ->
            result.rows().stream()
                .filter(now -> now.subject().equals(row.subject()))
                .anyMatch(now ->
                    claim
                        .field()
                        .map(name -> now.field(name).equals(row.field(name)))
                        .orElse(true)));
  }

  private static boolean seen(Look look, ToolResult result) {
    return new Look(look.id(), look.call(), result).seen();
  }
}
