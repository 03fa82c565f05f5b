package dev.swarm.agent.proof;

import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a claim rests on.
 *
 * @param about lines that speak of its subject
 * @param beside lines of other calls, cited along with them
 */
record Backing(List<Cited> about, List<Cited> beside) {
  Backing {
    about = List.copyOf(about);
    beside = List.copyOf(beside);
  }

  /** Of all that is cited, what speaks of the subject and what stands beside it in other calls. */
  static Backing of(List<Cited> about, List<Cited> all) {
    return new Backing(
        about,
        all.stream()
            .filter(one -> about.stream().noneMatch(other -> other.look().equals(one.look())))
            .toList());
  }

  List<Row> rows() {
    return about.stream().flatMap(one -> one.rows().stream()).toList();
  }

  List<Value> values() {
    return rows().stream().flatMap(row -> row.fields().values().stream()).toList();
  }

  Stream<Cited> all() {
    return Stream.concat(about.stream(), beside.stream());
  }
}
