package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Ending;
import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.catalog.Form;
import dev.swarm.tools.host.Failure;
import dev.swarm.tools.host.Host;
import dev.swarm.tools.rows.Row;
import dev.swarm.tools.text.Sanitizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Runs a form's program once for every row of another tool, all at once, and joins what they print
 * in the order of the rows, each line after {@code SUBJECT: }. A run that could not look is a gap,
 * so that one bad disk does not hide the others.
 */
final class EachSource {
  private final Host host;
  private final Sanitizer sanitizer;
  private final Form form;
  private final Map<String, String> values;

  EachSource(Host host, Sanitizer sanitizer, Form form, Map<String, String> values) {
    this.host = host;
    this.sanitizer = sanitizer;
    this.form = form;
    this.values = values;
  }

  /** What one run gave: lines, or why it could not look. */
  private record One(String text, List<Gap> gaps) {
    static One gap(ToolResult.Blind blind, String subject, String reason) {
      return new One("", List.of(new Gap(blind, subject + ": " + reason)));
    }
  }

  Reading read(List<Row> rows, int sample) {
    var text = new StringBuilder();
    var gaps = new ArrayList<Gap>();
    for (var one : all(rows, sample)) {
      text.append(one.text());
      gaps.addAll(one.gaps());
    }
    return new Reading.Text(SourceWords.of(form.source()), text.toString(), "", 0, gaps);
  }

  private List<One> all(List<Row> rows, int sample) {
    var runs = rows.stream().<Callable<One>>map(row -> () -> run(row, sample)).toList();
    var all = new ArrayList<One>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var run : threads.invokeAll(runs)) {
        all.add(run.get());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      all.add(One.gap(ToolResult.Blind.CANCELLED, "all", "the run was cancelled"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("could not run " + SourceWords.of(form.source()), e);
    }
    return all;
  }

  private One run(Row row, int sample) {
    var known = new HashMap<>(values);
    row.fields().forEach((name, value) -> known.put(name, unescaped(value.raw())));
    var words = SourceWords.of(form.source());
    var argv = Placeholders.fill(words, known);
    if (argv.size() != words.size()) {
      return One.gap(
          ToolResult.Blind.UNPARSABLE, row.subject(), "a value for its command is missing");
    }
    return option(words, known)
        ? One.gap(ToolResult.Blind.UNPARSABLE, row.subject(), "its name would read as an option")
        : told(row.subject(), CommandSource.run(host, form, argv, sample));
  }

  /** Whether a value in a place of its own begins as an option does. */
  private static boolean option(List<String> words, Map<String, String> known) {
    return words.stream()
        .filter(word -> word.startsWith("{") && word.endsWith("}"))
        .anyMatch(word -> Placeholders.fill(List.of(word), known).getFirst().startsWith("-"));
  }

  private One told(String subject, Reading reading) {
    return switch (reading) {
      case Reading.None(_, var why, var detail, _)
          when why == Failure.TIMED_OUT && form.timedOutIsFinding() ->
          new One(prefixed(subject, detail), List.of());
      case Reading.None(_, var why, var detail, _) ->
          One.gap(ToolResult.blindness(why), subject, detail);
      case Reading.Text text -> told(subject, text);
    };
  }

  private One told(String subject, Reading.Text text) {
    return switch (new Judgement(form).of(text, sanitizer.clean(text.text()).value())) {
      case Ending.Ok _ -> new One(prefixed(subject, text.text()), text.gaps());
      case Ending.Flagged _ ->
          new One(prefixed(subject, text.text()) + prefixed(subject, text.aside()), text.gaps());
      case Ending.Nothing _, Ending.NotApplicable _ -> new One("", List.of());
      case Ending.Unknown(var blind, var reason) -> One.gap(blind, subject, reason);
      case Ending.Refused(var rule, var reason) ->
          One.gap(ToolResult.Blind.FAILED, subject, rule + ": " + reason);
    };
  }

  private static String prefixed(String subject, String text) {
    var all = new StringBuilder();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> all.append(subject).append(": ").append(line).append('\n'));
    return all.toString();
  }

  /** The mount table writes blanks as octal escapes; see proc_pid_mountinfo(5). */
  private static String unescaped(String value) {
    return value.replace("\\040", " ").replace("\\043", "#").replace("\\134", "\\");
  }
}
