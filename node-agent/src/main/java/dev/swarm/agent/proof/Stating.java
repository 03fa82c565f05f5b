package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Judged;
import dev.swarm.protocol.prose.Dimension;
import dev.swarm.protocol.prose.Prose;
import dev.swarm.protocol.prose.Tokens;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the field and the value that a claim states against those in its rows. */
final class Stating {
  private static final int LEAST_QUOTED = 8;

  /** {@code 2026-11-20} */
  private static final int A_DAY = 10;

  private final Claim claim;
  private final Rulings rulings;

  Stating(Claim claim, Rulings rulings) {
    this.claim = claim;
    this.rulings = rulings;
  }

  /** What became of it. */
  sealed interface Held {

    /** The rows say it; where a value was stated, only those that do are left. */
    record Borne(Backing backing) implements Held {}

    record Otherwise(String measured) implements Held {}

    record Nowhere(String reason) implements Held {}
  }

  /** The field that the claim is about, as its rows call it. */
  static Optional<String> field(Claim claim, List<Row> rows) {
    return claim
        .field()
        .flatMap(
            name -> rows.stream().flatMap(row -> FieldWords.named(name, row).stream()).findFirst());
  }

  Held held(Backing backing) {
    if (claim.field().isEmpty()) {
      return claim.value().isEmpty() || anywhere(backing, claim.value().get())
          ? new Held.Borne(backing)
          : new Held.Otherwise(all(backing));
    }
    var field = field(claim, backing.rows());
    if (field.isEmpty()) {
      return new Held.Nowhere(
          "no row on these lines has a value called '"
              + claim.field().get()
              + "'"
              + names(backing));
    }
    return claim.value().isEmpty()
        ? new Held.Borne(backing)
        : inField(backing, field.get(), claim.value().get());
  }

  private Held inField(Backing backing, String field, String value) {
    var bearing = new ArrayList<Cited>();
    for (var cited : backing.about()) {
      var rows =
          cited.rows().stream()
              .filter(row -> row.field(field).filter(is -> says(is, value, row)).isPresent())
              .toList();
      if (!rows.isEmpty()) {
        bearing.add(cited.only(rows));
      }
    }
    return bearing.isEmpty()
        ? new Held.Otherwise(measured(backing, field))
        : new Held.Borne(new Backing(bearing, backing.beside()));
  }

  private static String measured(Backing backing, String field) {
    return backing.rows().stream()
        .filter(row -> row.field(field).isPresent())
        .map(row -> row.subject() + ": " + spoken(field) + " is " + row.field(field).get().shown())
        .distinct()
        .limit(3)
        .collect(Collectors.joining("; "));
  }

  private static String all(Backing backing) {
    return backing.rows().stream()
        .limit(2)
        .map(row -> row.subject() + ": " + fields(row))
        .collect(Collectors.joining("; "));
  }

  private static String fields(Row row) {
    return row.fields().entrySet().stream()
        .limit(8)
        .map(field -> spoken(field.getKey()) + " " + field.getValue().shown())
        .collect(Collectors.joining(", "));
  }

  private static String names(Backing backing) {
    var names =
        backing.rows().stream()
            .flatMap(row -> row.fields().keySet().stream())
            .distinct()
            .limit(20)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "; there is " + names;
  }

  static String spoken(String field) {
    return field.replace('_', ' ');
  }

  /** Whether a value of the row may be written as {@code claimed}. */
  private static boolean says(Value value, String claimed, Row row) {
    var said = Tokens.squeezed(claimed);
    if (value.shown().equals(said) || value.raw().equals(said)) {
      return true;
    }
    return switch (value) {
      case Value.Text(var text) -> part(text, said);
      case Value.Moment moment -> said.length() >= A_DAY && moment.raw().startsWith(said);
      case Value.Flag flag -> flag.shown().equalsIgnoreCase(said);
      case Value.Quantity _ -> number(value, said, row);
    };
  }

  private static boolean part(String text, String said) {
    return (said.length() >= LEAST_QUOTED && Tokens.within(Tokens.squeezed(text), said))
        || Tokens.bare(said).equalsIgnoreCase(text);
  }

  /** The value first, and then only what the row has too: {@code 38 GB of 40 GB}. */
  private static boolean number(Value value, String said, Row row) {
    var prose = Prose.of(said, _ -> false);
    var numbers = prose.numbers();
    boolean understood = !prose.dubious() && !numbers.isEmpty();
    return understood
        && Saying.of(numbers.getFirst(), value)
        && numbers.stream().allMatch(one -> Saying.ofAny(one, List.copyOf(row.fields().values())));
  }

  /**
   * A value without its field: any value of the rows, of a check's words on them, or their count.
   */
  private boolean anywhere(Backing backing, String claimed) {
    var said = Tokens.squeezed(claimed);
    return inRows(backing, said) || inLines(backing, said) || reckoned(backing, said);
  }

  private static boolean inRows(Backing backing, String said) {
    return backing.rows().stream()
        .anyMatch(row -> row.fields().values().stream().anyMatch(value -> says(value, said, row)));
  }

  private static boolean inLines(Backing backing, String said) {
    return backing.about().stream()
        .flatMap(one -> one.words().stream())
        .anyMatch(line -> Tokens.within(Tokens.squeezed(line), said));
  }

  private boolean reckoned(Backing backing, String said) {
    var prose = Prose.of(said, _ -> false);
    var rendered = Prose.of(rendered(backing), _ -> false).numbers();
    return !prose.dubious()
        && !prose.numbers().isEmpty()
        && prose.numbers().stream()
            .allMatch(one ->
                Saying.ofAny(one, backing.values())
                    || one.standsAmong(rendered)
                    || one.saysOf(backing.rows().size(), Dimension.NONE));
  }

  /** What checks would say of the rows, as they find them odd. */
  private String rendered(Backing backing) {
    var text = new StringBuilder();
    for (var cited : backing.about()) {
      for (var ruled : rulings.on(cited, rulings.judging(cited.look()))) {
        if (ruled.judged() instanceof Judged.Odd odd) {
          var scope = ((Facts) odd.scope()).with("subject", new Value.Text(odd.subject()));
          text.append(ruled.check().words().title().fill(scope)).append('\n');
          text.append(ruled.check().words().detail().fill(scope)).append('\n');
        }
      }
    }
    return text.toString();
  }
}
