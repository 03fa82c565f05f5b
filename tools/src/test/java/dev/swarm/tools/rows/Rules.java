package dev.swarm.tools.rows;

import com.google.re2j.Pattern;
import dev.swarm.tools.expression.Expression;
import dev.swarm.tools.expression.Facts;
import dev.swarm.tools.expression.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Row rules in the making, as a definition would state them. */
record Rules(
    Grammar grammar,
    String skip,
    String groupBy,
    String subject,
    String where,
    boolean strict,
    List<Field> fields) {

  static Rules of(Grammar grammar, String subject) {
    return new Rules(grammar, "", "", subject, "", true, List.of());
  }

  static Rules columns(String subject, String... names) {
    return of(new Grammar.Columns(List.of(names), Optional.empty()), subject);
  }

  static Rules lines(String subject, String... patterns) {
    List<Pattern> compiled = new ArrayList<>();
    for (String pattern : patterns) {
      compiled.add(Pattern.compile(pattern));
    }
    return of(new Grammar.Lines(compiled), subject);
  }

  static Rules pairs(String subject, String separator) {
    return of(new Grammar.Pairs(separator, Optional.empty()), subject);
  }

  static Rules json(String subject, String pointer) {
    return of(new Grammar.Json(pointer, false), subject);
  }

  Rules skipping(String pattern) {
    return new Rules(grammar, pattern, groupBy, subject, where, strict, fields);
  }

  Rules groupedBy(String template) {
    return new Rules(grammar, skip, template, subject, where, strict, fields);
  }

  Rules where(String condition) {
    return new Rules(grammar, skip, groupBy, subject, condition, strict, fields);
  }

  Rules lenient() {
    return new Rules(grammar, skip, groupBy, subject, where, false, fields);
  }

  Rules field(String name, FieldType type) {
    return with(new Field(name, type, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  Rules field(String name, FieldType type, String at) {
    return with(new Field(name, type, Optional.of(at), Optional.empty(), Optional.empty()));
  }

  Rules computed(String name, FieldType type, String from) {
    return with(
        new Field(
            name, type, Optional.empty(), Optional.of(Expression.parse(from)), Optional.empty()));
  }

  Rows read(String text) {
    return read(text, List.of(), 0);
  }

  Rows read(String text, List<Row> earlier, double elapsed) {
    return RowReader.read(built(), text.lines().toList(), 1, Facts.of(Map.of()), earlier, elapsed);
  }

  /** The rows, where the text was understood. */
  List<Row> rows(String text) {
    return switch (read(text)) {
      case Rows.Parsed(List<Row> rows) -> rows;
      case Rows.Unparsable(String reason) -> throw new AssertionError("unparsable: " + reason);
    };
  }

  RowRules built() {
    return new RowRules(
        grammar,
        given(skip).map(Pattern::compile),
        given(groupBy).map(Template::parse),
        "thing",
        Template.parse(subject),
        given(where).map(Expression::parse),
        strict,
        fields);
  }

  private Rules with(Field field) {
    List<Field> more = new ArrayList<>(fields);
    more.add(field);
    return new Rules(grammar, skip, groupBy, subject, where, strict, List.copyOf(more));
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** A row in one line: {@code subject@lines field=shown …}. */
  static String written(Row row) {
    StringBuilder text = new StringBuilder(row.subject()).append('@').append(row.lines());
    row.fields()
        .forEach((name, value) -> text.append(' ').append(name).append('=').append(value.raw()));
    return text.toString();
  }

  static List<String> written(List<Row> rows) {
    return rows.stream().map(Rules::written).toList();
  }
}
