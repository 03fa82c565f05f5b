package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mind's own sentence: kept only where every number and every name in it is borne by the lines
 * and rows cited, the thresholds of the check, or a count of them.
 */
final class Sentence {
  private static final int LONGEST = 400;

  /** What looks like the name of something on a machine, rather than like a word. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\w/])(/[\\w./@+-]+"
              + "|[A-Za-z0-9_@-]+(?:\\.[A-Za-z0-9_@-]+)+"
              + "|[a-z]+[0-9]+[a-z0-9]*"
              + "|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+"
              + "|'[^']{2,60}'|\"[^\"]{2,60}\"|`[^`]{2,60}`)");

  private final List<Cited> cited;
  private final Optional<Check> check;
  private final String known;

  Sentence(List<Cited> cited, Optional<Check> check, String alsoKnown) {
    this.cited = cited;
    this.check = check;
    var words = new StringBuilder(alsoKnown).append('\n');
    for (var one : cited) {
      one.words().forEach(line -> words.append(line).append('\n'));
      one.rows().forEach(row -> words.append(row.subject()).append('\n'));
      one.rows()
          .forEach(row ->
              row.fields()
                  .forEach((name, value) ->
                      words.append(name).append(' ').append(value.raw()).append('\n')));
      one.look().call().arguments().values().forEach(value -> words.append(value).append('\n'));
    }
    check.ifPresent(is -> words.append(is.words().threshold()).append('\n'));
    this.known = words.toString().toLowerCase(Locale.ROOT);
  }

  /** The sentence, or empty where it says more than its evidence. */
  Optional<String> borne(String sentence) {
    var text = sentence.strip().replaceAll("\\s+", " ");
    return text.isEmpty() || text.length() > LONGEST || !numbersBorne(text) || !namesBorne(text)
        ? Optional.empty()
        : Optional.of(text);
  }

  private boolean numbersBorne(String text) {
    var values = new ArrayList<Value>();
    int rows = 0;
    for (var one : cited) {
      rows += one.rows().size();
      one.rows().forEach(row -> values.addAll(row.fields().values()));
      one.words().forEach(line -> values.add(new Value.Text(line)));
    }
    check.ifPresent(is -> values.add(new Value.Text(is.words().threshold())));
    values.add(new Value.Quantity(rows, Unit.NONE));
    values.add(
        new Value.Quantity(cited.stream().mapToInt(one -> one.lines().size()).sum(), Unit.NONE));
    return Numbers.in(text).stream()
        .allMatch(number -> values.stream().anyMatch(value -> Numbers.bears(value, number)));
  }

  private boolean namesBorne(String text) {
    return NAME.matcher(text)
        .results()
        .map(match -> match.group(1).replaceAll("^['\"`]|['\"`]$", ""))
        .map(name -> name.replaceAll("[.,;:]+$", ""))
        .filter(name -> !name.matches("[0-9.,%]+|e\\.g|i\\.e"))
        .allMatch(name -> known.contains(name.toLowerCase(Locale.ROOT)));
  }
}
