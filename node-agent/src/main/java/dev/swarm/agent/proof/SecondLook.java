package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.investigation.Endings;
import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.prose.Tokens;
import dev.swarm.tools.ToolResult;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks again: a state is measured anew, an event found anew, a sample shown as then and now. */
final class SecondLook {
  /** How far a number that no check judges may have moved meanwhile, of its first value. */
  private static final double MOVED = 0.1;

  private final Map<CallId, ToolResult> again;

  /** Over the results of calls made again. */
  SecondLook(Map<CallId, ToolResult> again) {
    this.again = again;
  }

  /** What the second look gave. */
  sealed interface Seen {

    /**
     * It holds.
     *
     * @param most as bad as it was found both times
     */
    record Still(String measured, Severity most) implements Seen {}

    record Gone(String measured) implements Seen {}

    record Blind(String reason) implements Seen {}
  }

  /** At what a check found odd. */
  Seen at(Rulings.Ruled ruled) {
    var result = result(ruled.look());
    if (!seen(ruled.look(), result)) {
      return new Seen.Blind(Endings.reason(result.ending()));
    }
    var first = (Judged.Odd) ruled.judged();
    boolean sample = ruled.check().kind() == Check.Kind.SAMPLE;
    var now =
        ruled.question().judge(result.rows()).stream()
            .filter(one -> one.subject().equals(first.subject()))
            .toList();
    var then = Rendering.values(ruled.check(), first.rows());
    if (now.isEmpty()) {
      return nothing(then, result, sample, first.severity());
    }
    var odd =
        now.stream().filter(Judged.Odd.class::isInstance).map(Judged.Odd.class::cast).findFirst();
    var shown =
        Rendering.values(ruled.check(), odd.map(Judged::rows).orElse(now.getFirst().rows()));
    var measured = then.equals(shown) ? then + ", twice" : then + " then, " + shown + " now";
    if (sample) {
      return new Seen.Still(measured, first.severity());
    }
    if (odd.isPresent()) {
      return new Seen.Still(measured, milder(first.severity(), odd.get().severity()));
    }
    return now.getFirst() instanceof Judged.Blind(_, var reason, _, _)
        ? new Seen.Blind(reason)
        : new Seen.Gone(measured);
  }

  /** What is not there any more may be where the second look could not see. */
  private static Seen nothing(String then, ToolResult result, boolean sample, Severity severity) {
    if (!result.gaps().isEmpty()) {
      return new Seen.Blind(result.gaps().getFirst().reason());
    }
    return sample
        ? new Seen.Still(then + " then, nothing now", severity)
        : new Seen.Gone(then + " then, nothing of it now");
  }

  private static Severity milder(Severity one, Severity other) {
    return one.atLeast(other) ? other : one;
  }

  /** At lines that no check covers: the same subject with the same field, or the same words. */
  Seen at(List<Cited> cited, Claim claim) {
    for (var one : cited) {
      var result = result(one.look());
      if (!seen(one.look(), result)) {
        return new Seen.Blind(Endings.reason(result.ending()));
      }
      var gone = one.rows().isEmpty() ? words(one, result) : rows(one.rows(), result, claim);
      if (gone.isPresent()) {
        return result.gaps().isEmpty()
            ? new Seen.Gone(gone.get())
            : new Seen.Blind(result.gaps().getFirst().reason());
      }
    }
    return new Seen.Still("found again", Severity.WARNING);
  }

  private static Optional<String> words(Cited cited, ToolResult result) {
    var lines = new HashSet<String>();
    result.text().lines().forEach(line -> lines.add(Tokens.squeezed(line)));
    return cited.words().stream().map(Tokens::squeezed).allMatch(lines::contains)
        ? Optional.empty()
        : Optional.of("the lines cited are not printed any more");
  }

  private static Optional<String> rows(List<Row> rows, ToolResult result, Claim claim) {
    var field = Stating.field(claim, rows);
    for (var row : rows) {
      var now = result.rows().stream().filter(one -> one.subject().equals(row.subject())).toList();
      if (now.isEmpty()) {
        return Optional.of("there is nothing of " + row.subject() + " now");
      }
      if (now.stream().noneMatch(one -> alike(row, one, field))) {
        return Optional.of(row.subject() + " has changed" + changed(row, now.getFirst(), field));
      }
    }
    return Optional.empty();
  }

  private static String changed(Row then, Row now, Optional<String> field) {
    return field
        .flatMap(name ->
            now.field(name)
                .map(is ->
                    ": "
                        + then.field(name).map(Value::shown).orElse("?")
                        + " then, "
                        + is.shown()
                        + " now"))
        .orElse("");
  }

  /** The field is as it was; without one, every text is. */
  private static boolean alike(Row then, Row now, Optional<String> field) {
    if (field.isPresent()) {
      return alike(then.field(field.get()), now.field(field.get()));
    }
    return then.fields().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Value.Text)
        .allMatch(entry -> now.field(entry.getKey()).equals(Optional.of(entry.getValue())));
  }

  private static boolean alike(Optional<Value> then, Optional<Value> now) {
    boolean moved =
        then.orElse(null) instanceof Value.Quantity(var was, var unit)
            && now.orElse(null) instanceof Value.Quantity(var is, var same)
            && unit == same
            && Math.abs(was - is) <= MOVED * Math.abs(was);
    return moved || then.equals(now);
  }

  private ToolResult result(Look look) {
    var result = again.get(look.id());
    if (result == null) {
      throw new IllegalStateException(look.id() + " was not looked at again");
    }
    return result;
  }

  private static boolean seen(Look look, ToolResult result) {
    return new Look(look.id(), look.call(), result).seen();
  }
}
