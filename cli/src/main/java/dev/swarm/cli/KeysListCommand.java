package dev.swarm.cli;

import dev.swarm.bus.seal.issue.Issued;
import dev.swarm.protocol.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code swarm keys list}. */
@Command(name = "list", description = "Lists the keys that were made.")
final class KeysListCommand implements Callable<Integer> {
  private final Surroundings here;

  @Mixin private final KeysPlace place;

  @Option(
      names = "--output",
      order = 1,
      paramLabel = "FORMAT",
      description = "text (default) or json.")
  private String output = "text";

  KeysListCommand(Surroundings here) {
    this.here = here;
    this.place = new KeysPlace(here);
  }

  private enum Shape {
    TEXT,
    JSON
  }

  /** A key for programs. */
  private record Row(
      String name,
      String role,
      String state,
      Instant until,
      String key,
      Optional<Instant> revoked) {
    static Row of(Issued key, Instant now) {
      return new Row(
          key.name(),
          key.role().name().toLowerCase(Locale.ROOT),
          judged(key, now),
          key.until(),
          key.key(),
          key.revoked());
    }
  }

  @Override
  public Integer call() {
    var shape =
        Choice.of("--output", output, Shape.values(), one -> one.name().toLowerCase(Locale.ROOT));
    var now = new SystemClock().instant();
    var rows = place.folder().list().stream().map(key -> Row.of(key, now)).toList();
    here.out()
        .print(
            switch (shape) {
              case TEXT -> table(rows);
              case JSON -> Wire.encode(rows) + "\n";
            });
    return Exit.DONE.code();
  }

  private static String table(List<Row> rows) {
    var columns = new Columns();
    columns.row("NAME", "ROLE", "STATE", "VALID UNTIL", "KEY");
    rows.forEach(
        row -> columns.row(row.name(), row.role(), row.state(), row.until().toString(), row.key()));
    return columns.text();
  }

  private static String judged(Issued key, Instant now) {
    if (key.revoked().isPresent()) {
      return "revoked";
    }
    return key.good(now) ? "good" : "expired";
  }
}
