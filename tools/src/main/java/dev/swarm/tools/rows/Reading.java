package dev.swarm.tools.rows;

import com.google.re2j.Pattern;
import dev.swarm.tools.expression.Expression;
import dev.swarm.tools.expression.Scope;
import dev.swarm.tools.expression.Template;
import dev.swarm.tools.expression.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of one sample: text to drafts, drafts to typed rows. */
final class Reading {
  private static final int QUOTED = 80;

  private final RowRules rules;
  private final Scope facts;
  private final Samples samples;
  private final ReadFields fields;

  Reading(RowRules rules, Scope facts, Samples samples) {
    this.rules = rules;
    this.facts = facts;
    this.samples = samples;
    this.fields = new ReadFields(rules.fields());
  }

  Rows read(List<String> text, int firstLine) {
    List<String> lines = rules.skip().map(skip -> without(text, skip)).orElse(text);
    Optional<String> first = lines.stream().filter(line -> !line.isBlank()).findFirst();
    if (first.isEmpty()) {
      return new Rows.Parsed(List.of());
    }
    return switch (found(lines, text, firstLine)) {
      case Found.Broken(String reason) -> new Rows.Unparsable(reason);
      case Found.Nothing _ -> new Rows.Parsed(List.of());
      case Found.Drafts(List<Draft> drafts) -> rows(drafts, first.get());
    };
  }

  private Found found(List<String> lines, List<String> text, int firstLine) {
    return switch (rules.grammar()) {
      case Grammar.Columns columns -> new ColumnsReading(columns, fields).read(lines, firstLine);
      case Grammar.Lines patterns -> new LinesReading(patterns, fields).read(lines, firstLine);
      case Grammar.Pairs pairs -> new PairsReading(pairs, fields).read(lines, text, firstLine);
      case Grammar.Json json ->
          new JsonReading(json, fields, rules.strict()).read(lines, firstLine);
    };
  }

  /** Lines that are skipped become blank, so that the others keep their numbers. */
  private static List<String> without(List<String> lines, Pattern skip) {
    List<String> left = new ArrayList<>(lines.size());
    for (String line : lines) {
      left.add(skip.matcher(line).find() ? "" : line);
    }
    return left;
  }

  private Rows rows(List<Draft> drafts, String firstText) {
    List<Partial> partials = partials(drafts);
    if (partials.isEmpty() && rules.strict()) {
      return new Rows.Unparsable(
          "no line is data as the rows of this tool declare it; the first: "
              + shortened(firstText));
    }
    List<Row> rows = new ArrayList<>(partials.size());
    for (Partial partial : partials) {
      row(partial).ifPresent(rows::add);
    }
    return new Rows.Parsed(rows);
  }

  /** Typed and merged; a draft of which no field has a value is no data. */
  private List<Partial> partials(List<Draft> drafts) {
    List<Partial> partials = new ArrayList<>(drafts.size());
    Grouping grouping = new Grouping(partials);
    for (Draft draft : drafts) {
      Partial partial = new Partial(draft, fields);
      if (!partial.values().isEmpty() || fields.size() == 0) {
        rules
            .groupBy()
            .ifPresentOrElse(key -> grouping.add(partial, key), () -> partials.add(partial));
      }
    }
    return partials;
  }

  private Optional<Row> row(Partial partial) {
    RowScope scope = new RowScope(rules, partial, samples, facts);
    for (Field field : rules.fields()) {
      field.from().ifPresent(from -> compute(field, from, scope));
    }
    RowScope whole = scope.about(scope.named());
    boolean dropped = rules.where().map(where -> where.truth(whole) == Truth.FALSE).orElse(false);
    return dropped ? Optional.empty() : Optional.of(whole.row());
  }

  private static void compute(Field field, Expression from, RowScope scope) {
    from.value(scope)
        .flatMap(field::typed)
        .ifPresent(value -> scope.partial().values().put(field.name(), value));
  }

  private static String shortened(String line) {
    String bare = line.strip();
    return bare.length() <= QUOTED ? bare : bare.substring(0, QUOTED) + "…";
  }

  /**
   * Merges what has the same key. A record without a key of its own goes on about the thing of the
   * record before it, and is dropped where there is none.
   */
  private final class Grouping {
    private final List<Partial> partials;
    private final Map<String, Partial> byKey = new HashMap<>();
    private Optional<Partial> last = Optional.empty();

    Grouping(List<Partial> partials) {
      this.partials = partials;
    }

    void add(Partial partial, Template template) {
      Optional<String> key = template.key(new RowScope(rules, partial, samples, facts));
      Optional<Partial> same = key.isEmpty() ? last : key.map(byKey::get);
      same.ifPresent(before -> before.merge(partial));
      if (same.isEmpty() && key.isPresent()) {
        partials.add(partial);
        byKey.put(key.get(), partial);
      }
      last = same.isEmpty() && key.isPresent() ? Optional.of(partial) : same;
    }
  }
}
