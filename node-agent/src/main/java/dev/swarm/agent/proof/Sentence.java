package dev.swarm.agent.proof;

import dev.swarm.protocol.Severity;
import dev.swarm.protocol.prose.Bearing;
import dev.swarm.protocol.prose.Dimension;
import dev.swarm.protocol.prose.Measure;
import dev.swarm.protocol.prose.Prose;
import dev.swarm.protocol.prose.Tokens;
import dev.swarm.protocol.prose.Written;
import dev.swarm.tools.rows.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mind's own sentence: kept only where every number and every name in it is borne by the lines
 * and rows cited, by what was rendered from them, by the thresholds of the check, or by a count of
 * them, and where it does not say that all is well.
 */
final class Sentence {
  private static final int NEAR = 4;
  private static final Pattern PLURAL = Pattern.compile("[a-z]{3,}s");
  private static final Set<String> NO_PLURAL =
      Set.of(
          "has", "was", "this", "its", "less", "plus", "always", "does", "times", "across", "is");
  private static final Set<String> BOUND =
      Set.of(
          "threshold",
          "limit",
          "over",
          "under",
          "above",
          "below",
          "than",
          "exceeds",
          "exceeding",
          "allowed",
          "maximum",
          "minimum",
          "least",
          "most",
          "bound",
          "within");

  private final Backing backing;
  private final Shown shown;
  private final Bearing bearing;
  private final List<Written> rendered;
  private final List<Written> printed;
  private final List<Written> bounds;

  /**
   * What a finding shows without the mind.
   *
   * @param text subject, title, detail and measured values, as rendered
   * @param threshold the conditions in words; empty without a check
   * @param ages how long ago the points in time of the rows are, in seconds
   */
  record Shown(String text, String threshold, Severity severity, List<Value> ages) {}

  /**
   * A judge of sentences.
   *
   * @param elsewhere names of things that other rows of the investigation are about
   */
  Sentence(Backing backing, Shown shown, Set<String> elsewhere) {
    this.backing = backing;
    this.shown = shown;
    this.bearing =
        new Bearing(evidence(), shown.threshold(), shown.severity(), elsewhere, this::borne);
    this.rendered = numbers(shown.text());
    this.printed = numbers(lines(backing.about()));
    this.bounds = numbers(shown.threshold());
  }

  private List<Written> numbers(String text) {
    return Prose.of(text, _ -> false).numbers();
  }

  private static String lines(List<Cited> cited) {
    return cited.stream().flatMap(one -> one.words().stream()).collect(Collectors.joining("\n"));
  }

  private String evidence() {
    var words = new StringBuilder(shown.text()).append('\n');
    backing.all().forEach(one -> append(words, one));
    return words.toString();
  }

  private static void append(StringBuilder words, Cited cited) {
    cited.words().forEach(line -> words.append(line).append('\n'));
    words.append(cited.look().call().tool()).append('\n');
    cited.look().call().arguments().values().forEach(value -> words.append(value).append('\n'));
    for (var row : cited.rows()) {
      words.append(row.subject()).append('\n').append(row.kind()).append('\n');
      words.append(Subjects.shortly(row.subject())).append('\n');
      row.fields()
          .forEach(
              (name, value) -> words.append(name).append(' ').append(text(value)).append('\n'));
    }
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Moment moment ->
          moment.raw() + " " + moment.raw().substring(0, 10) + " " + moment.shown();
      case Value.Text text -> text.text();
      case Value.Quantity _ -> "";
      case Value.Flag _ -> "";
    };
  }

  /** The sentence, or empty where it says more, or other, than its evidence. */
  Optional<String> borne(String sentence) {
    return bearing.borne(sentence);
  }

  private boolean borne(Written written, Prose prose, int at) {
    var before = prose.before(at, NEAR);
    var after = prose.after(at, NEAR);
    if (bound(before) && written.standsAmong(bounds)) {
      return true;
    }
    boolean part = !before.isEmpty() && before.getFirst().equals("of");
    var meant = part ? List.<Value>of() : meant(before, after);
    return meant.isEmpty()
        ? anywhere(written, prose, after)
        : Saying.ofAny(written, meant) || written.standsAmong(rendered);
  }

  private List<Value> meant(List<String> before, List<String> after) {
    var meant = FieldWords.meant(after, backing.rows());
    return meant.isEmpty() ? FieldWords.meant(before, backing.rows()) : meant;
  }

  private static boolean bound(List<String> before) {
    return before.stream().anyMatch(BOUND::contains);
  }

  private boolean anywhere(Written written, Prose prose, List<String> after) {
    return Saying.ofAny(written, backing.values())
        || Saying.ofAny(written, shown.ages())
        || written.standsAmong(rendered)
        || written.standsAmong(printed)
        || counts(written, after)
        || backing.beside().stream().anyMatch(one -> beside(written, one, prose));
  }

  /** {@code 3 failed units}: as many as are cited. */
  private boolean counts(Written written, List<String> after) {
    boolean several =
        after.stream()
            .limit(3)
            .anyMatch(word -> PLURAL.matcher(word).matches() && !NO_PLURAL.contains(word));
    int rows = backing.rows().size();
    int lines = backing.about().stream().mapToInt(one -> one.lines().size()).sum();
    return several
        && written.measure().equals(Measure.BARE)
        && (written.saysOf(rows, Dimension.NONE) || written.saysOf(lines, Dimension.NONE));
  }

  /** A number of another call's row counts only where the sentence says whose it is. */
  private boolean beside(Written written, Cited cited, Prose prose) {
    var said = new HashSet<String>();
    prose.words().forEach(word -> said.add(word.toLowerCase(Locale.ROOT)));
    boolean loose = cited.rows().isEmpty() && written.standsAmong(numbers(lines(List.of(cited))));
    return loose
        || cited.rows().stream()
            .filter(row -> said.containsAll(Tokens.names(Subjects.shortly(row.subject()))))
            .anyMatch(row -> Saying.ofAny(written, List.copyOf(row.fields().values())));
  }
}
