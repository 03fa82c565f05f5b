package dev.swarm.agent.proof;

import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the value that a claim states against the value in its rows. */
final class ValueClaim {
  private final Claim claim;
  private final List<Row> rows;

  ValueClaim(Claim claim, List<Cited> cited) {
    this.claim = claim;
    this.rows = cited.stream().flatMap(one -> one.rows().stream()).toList();
  }

  /** What the rows say, where it is not what the claim says; empty where they agree. */
  Optional<String> contradiction() {
    if (claim.value().isEmpty() || claim.field().isEmpty()) {
      return Optional.empty();
    }
    var name = claim.field().get();
    var values = rows.stream().flatMap(row -> row.field(name).stream()).toList();
    if (values.isEmpty() || values.stream().anyMatch(value -> same(value, claim.value().get()))) {
      return Optional.empty();
    }
    return Optional.of(
        rows.stream()
            .filter(row -> row.field(name).isPresent())
            .map(row -> row.subject() + ": " + name + " is " + row.field(name).get().shown())
            .distinct()
            .limit(3)
            .collect(Collectors.joining("; ")));
  }

  private static boolean same(Value value, String claimed) {
    var numbers = Numbers.in(claimed);
    return value.shown().equalsIgnoreCase(claimed.strip())
        || value.raw().toLowerCase(Locale.ROOT).equals(claimed.strip().toLowerCase(Locale.ROOT))
        || (numbers.size() == 1 && Numbers.bears(value, numbers.getFirst()));
  }
}
