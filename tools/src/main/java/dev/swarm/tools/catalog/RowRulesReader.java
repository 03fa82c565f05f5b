package dev.swarm.tools.catalog;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.swarm.tools.expression.Expression;
import dev.swarm.tools.expression.Template;
import dev.swarm.tools.rows.Field;
import dev.swarm.tools.rows.FieldType;
import dev.swarm.tools.rows.Grammar;
import dev.swarm.tools.rows.RowRules;
import dev.swarm.tools.rows.Table;
import dev.swarm.tools.yaml.Chosen;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads the {@code rows} of a tool or a form. */
final class RowRulesReader {
  private static final List<String> GRAMMAR_KEYS =
      List.of("columns", "separator", "lines", "pairs", "start", "json", "ndjson");

  private RowRulesReader() {}

  static Optional<RowRules> read(YamlMap map) {
    int before = map.file().problemCount();
    var grammar = grammar(map);
    var skip = map.read("skip", RowRulesReader::pattern);
    var groupBy = map.read("group-by", Template::parse);
    var kind = map.required("kind");
    var subject = map.read("subject", Template::parse).orElseGet(() -> Template.parse(""));
    var where = map.read("where", Expression::parse);
    boolean strict = map.flag("strict", true);
    var fields = fields(map);
    if (!map.has("subject")) {
      map.problem("subject", "'subject' is missing: what names a row?");
    }
    map.finish();
    return map.file().problemCount() > before
        ? Optional.empty()
        : grammar.map(
            how -> new RowRules(how, skip, groupBy, kind, subject, where, strict, fields));
  }

  private static Optional<Grammar> grammar(YamlMap map) {
    return switch (map.text("grammar").orElse("")) {
      case "columns" ->
          Optional.of(new Grammar.Columns(required(map, "columns"), map.text("separator")));
      case "lines" -> Optional.of(new Grammar.Lines(patterns(map)));
      case "pairs" ->
          Optional.of(new Grammar.Pairs(map.text("pairs").orElse("="), map.text("start")));
      case "json" ->
          Optional.of(new Grammar.Json(map.text("json").orElse(""), map.flag("ndjson", false)));
      default -> {
        map.problem("grammar", "'grammar' is one of columns, lines, pairs, json");
        GRAMMAR_KEYS.forEach(map::pass);
        yield Optional.empty();
      }
    };
  }

  private static List<String> required(YamlMap map, String key) {
    var texts = map.texts(key);
    if (texts.isEmpty()) {
      map.problem(key, "'" + key + "' is a list with at least one entry");
    }
    return texts;
  }

  private static List<Pattern> patterns(YamlMap map) {
    var _ = required(map, "lines");
    return map.readAll("lines", RowRulesReader::pattern);
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(
          text.replace("(?<", "(?P<").replace("(?P<=", "(?<=").replace("(?P<!", "(?<!"));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("not an RE2 pattern: " + e.getDescription(), e);
    }
  }

  private static List<Field> fields(YamlMap map) {
    var fields = new ArrayList<Field>();
    var all = map.map("fields");
    if (all.isEmpty()) {
      if (!map.has("fields")) {
        map.problem("fields", "'fields' is missing: which values does a row have?");
      }
      return fields;
    }
    for (var name : all.get().keys()) {
      all.get().map(name).flatMap(one -> field(name, one)).ifPresent(fields::add);
    }
    all.get().finish();
    return fields;
  }

  private static Optional<Field> field(String name, YamlMap map) {
    if (!map.has("type")) {
      map.problem("type", "'type' of field '" + name + "' is missing");
    }
    var type = map.read("type", text -> Chosen.of(FieldType.class, text));
    var at = map.text("at");
    var from = map.read("from", Expression::parse);
    var values = map.map("values").map(RowRulesReader::table);
    map.finish();
    try {
      return type.map(is -> new Field(name, is, at, from, values));
    } catch (IllegalArgumentException e) {
      map.problem("type", e.getMessage());
      return Optional.empty();
    }
  }

  private static Table table(YamlMap map) {
    var entries = new LinkedHashMap<String, String>();
    map.keys().forEach(key -> map.text(key).ifPresent(text -> entries.put(key, text)));
    map.finish();
    return new Table(entries);
  }
}
