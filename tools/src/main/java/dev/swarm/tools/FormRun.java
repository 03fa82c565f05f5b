package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Blind;
import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.catalog.Source;
import dev.swarm.tools.expression.Scope;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.rows.RowReader;
import dev.swarm.tools.rows.Rows;
import dev.swarm.tools.text.SafeText;
import dev.swarm.tools.text.Sanitizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs one form of a tool: one or two samples, through the choke point, into rows. */
final class FormRun {
  private final Host host;
  private final Scope facts;
  private final Sanitizer sanitizer;
  private final Form form;
  private final Map<String, String> values;
  private final Function<String, Result> others;

  /**
   * A run of {@code form}.
   *
   * @param others runs another tool of the same host, for a form that is run for each of its rows
   */
  FormRun(
      Host host,
      Scope facts,
      Sanitizer sanitizer,
      Form form,
      Map<String, String> values,
      Function<String, Result> others) {
    this.host = host;
    this.facts = facts;
    this.sanitizer = sanitizer;
    this.form = form;
    this.values = values;
    this.others = others;
  }

  /**
   * What a form came to.
   *
   * @param next whether the tool's next form should be tried
   */
  record Result(
      List<String> argv,
      Ending ending,
      SafeText text,
      List<Row> rows,
      List<Gap> gaps,
      boolean next) {

    /** This result, with what could not be seen before it. */
    Result with(List<Gap> more) {
      var all = new ArrayList<>(more);
      all.addAll(gaps);
      return new Result(argv, ending, text, rows, all, next);
    }
  }

  Result run() {
    var lacking = Requirements.lacking(host, form);
    if (lacking.isPresent()) {
      return without(List.of(), lacking.get(), "", true);
    }
    return form.each().map(this::forEach).orElseGet(this::once);
  }

  private Result forEach(String tool) {
    var named = others.apply(tool);
    var words = SourceWords.of(form.source());
    return switch (named.ending()) {
      case Ending.Ok _, Ending.Flagged _, Ending.Nothing _ when named.rows().isEmpty() ->
          new Result(words, new Ending.Nothing(), named.text(), List.of(), named.gaps(), false);
      case Ending.Ok _, Ending.Flagged _, Ending.Nothing _
          when host.missing(words.getFirst()).equals(Optional.of(Failure.ABSENT)) ->
          none(new Reading.None(words, Failure.ABSENT, "", ""));
      case Ending.Ok _, Ending.Flagged _, Ending.Nothing _ ->
          result(new EachSource(host, sanitizer, form, values).read(named.rows(), 1))
              .with(named.gaps());
      case Ending.NotApplicable _, Ending.Unknown _, Ending.Refused _ ->
          new Result(words, named.ending(), named.text(), List.of(), named.gaps(), named.next());
    };
  }

  private Result once() {
    var first = read(1);
    if (form.samples() == 1 || !(first instanceof Reading.Text one)) {
      return result(first);
    }
    var begin = host.now();
    host.pause(form.interval());
    double elapsed = Duration.between(begin, host.now()).toNanos() / 1e9;
    double interval = form.interval().toNanos() / 1e9;
    return read(2) instanceof Reading.Text two
        ? pair(one, two, elapsed >= interval / 2 ? elapsed : interval)
        : result(first);
  }

  private Reading read(int sample) {
    var words = Placeholders.fill(SourceWords.of(form.source()), values);
    var reading = read(words, sample);
    return form.largestFirst() ? LargestFirst.of(reading) : reading;
  }

  private Reading read(List<String> words, int sample) {
    return switch (form.source()) {
      case Source.Argv _ -> CommandSource.run(host, form, words, sample);
      case Source.Files _ -> FileSource.files(host, words, form.contents(), sample);
      case Source.Directories _ -> FileSource.directories(host, words);
      case Source.Reader(var name) -> ProcessSource.read(host, name, sample);
    };
  }

  private Result result(Reading reading) {
    return switch (reading) {
      case Reading.None none -> none(none);
      case Reading.Text text -> {
        var clean = sanitizer.clean(text.text());
        var ending = new Judgement(form).of(text, clean.value());
        yield ending instanceof Ending.Ok || ending instanceof Ending.Flagged
            ? rows(text, clean.lines(), clean.lines(), 1, List.of(), 0, ending)
            : without(text.what(), ending, aside(text.text(), text.aside()), false);
      }
    };
  }

  private Result pair(Reading.Text one, Reading.Text two, double elapsed) {
    var ending = new Judgement(form).of(two, sanitizer.clean(two.text()).value());
    if (!(ending instanceof Ending.Ok) && !(ending instanceof Ending.Flagged)) {
      return without(two.what(), ending, aside(two.text(), two.aside()), false);
    }
    var first = sanitizer.clean(one.text()).lines();
    var second = sanitizer.clean(two.text()).lines();
    var earlier =
        RowReader.read(form.rows(), first, 2, facts, List.of(), 0) instanceof Rows.Parsed(var rows)
            ? rows
            : List.<Row>of();
    var all = new ArrayList<String>();
    all.add("--- sample 1 ---");
    all.addAll(first);
    all.add(String.format(Locale.ROOT, "--- sample 2, %.2f s later ---", elapsed));
    all.addAll(second);
    return rows(two, all, second, first.size() + 3, earlier, elapsed, ending);
  }

  private Result rows(
      Reading.Text reading,
      List<String> shown,
      List<String> lines,
      int firstLine,
      List<Row> earlier,
      double elapsed,
      Ending ending) {
    var text = sanitizer.clean(aside(String.join("\n", shown), reading.aside()));
    return switch (RowReader.read(form.rows(), lines, firstLine, facts, earlier, elapsed)) {
      case Rows.Parsed(var rows) ->
          new Result(reading.what(), ending, text, rows, reading.gaps(), false);
      case Rows.Unparsable(var reason) ->
          new Result(
              reading.what(),
              new Ending.Unknown(Blind.UNPARSABLE, reason),
              text,
              List.of(),
              reading.gaps(),
              false);
    };
  }

  private Result none(Reading.None none) {
    boolean absent = none.why() == Failure.ABSENT;
    Ending ending =
        switch (form.source()) {
          case Source.Argv(var words) when absent -> Requirements.noProgram(form, words.getFirst());
          default ->
              absent && !form.absentIsUnknown()
                  ? new Ending.NotApplicable(none.detail())
                  : new Ending.Unknown(ToolResult.blindness(none.why()), none.detail());
        };
    boolean next = absent || none.why() == Failure.UNLISTED || none.why() == Failure.DENIED;
    return without(none.what(), ending, none.partial(), next);
  }

  private Result without(List<String> argv, Ending ending, String text, boolean next) {
    return new Result(argv, ending, sanitizer.clean(text), List.of(), List.of(), next);
  }

  private static String aside(String text, String aside) {
    if (aside.isBlank()) {
      return text;
    }
    var gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return text + gap + "--- stderr ---\n" + aside;
  }
}
