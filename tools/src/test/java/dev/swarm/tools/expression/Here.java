package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row and a host to evaluate expressions on; {@code gone} is a name without a value. */
final class Here {
  static final Row ROW =
      row(
          "/var",
          Map.of(
              "size", number(1000, Unit.BYTES),
              "used", number(900, Unit.BYTES),
              "share", number(90, Unit.PERCENT),
              "span", number(120, Unit.SECONDS),
              "n", number(7, Unit.NONE),
              "zero", number(0, Unit.NONE),
              "digits", text("42"),
              "name", text("ext4"),
              "options", text("rw,noatime errors=remount-ro"),
              "on", new Value.Flag(true)));

  static final Row ROW_WITH_TIME = with(ROW, "made", instant("2026-11-20T19:45:00Z"));

  static final Facts SCOPE =
      Facts.of(
              Map.of(
                  "cores", number(2, Unit.NONE),
                  "now", instant("2026-11-20T20:45:00Z"),
                  "root", new Value.Flag(true)))
          .at(ROW_WITH_TIME);

  private Here() {}

  static Row row(String subject, Map<String, Value> fields) {
    return new Row("filesystem", subject, List.of(1), fields);
  }

  static Row with(Row row, String name, Value value) {
    var fields = new HashMap<>(row.fields());
    fields.put(name, value);
    return row(row.subject(), fields);
  }

  static Value number(double number, Unit unit) {
    return new Value.Quantity(number, unit);
  }

  static Value text(String text) {
    return new Value.Text(text);
  }

  static Value instant(String iso) {
    return new Value.Moment(Instant.parse(iso));
  }
}
