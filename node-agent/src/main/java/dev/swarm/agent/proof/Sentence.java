package dev.swarm.agent.proof;

import dev.swarm.protocol.Severity;
import dev.swarm.tools.rows.Unit;
import dev.swarm.tools.rows.Value;
import java.util.ArrayList;
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
  private static final int LONGEST = 400;
  private static final int NEAR = 4;
  private static final Pattern QUOTED =
      Pattern.compile("[\"“`]([^\"“”`]{1,200})[\"”`]|(?<!\\w)'([^']{2,200})'(?!\\w)");
  private static final Pattern NAME_LIKE = Pattern.compile("^/.+|.*[\\w)][.@_\\\\][\\w(].*");
  private static final Set<Character.UnicodeScript> OURS =
      Set.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.COMMON);
  private static final Pattern ORDINARY = Pattern.compile("(?i)e\\.g|i\\.e|a\\.k\\.a|etc");
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
  private static final Set<String> GRAVE =
      Set.of("critical", "severe", "emergency", "fatal", "catastrophic", "critically");

  private final Backing backing;
  private final Shown shown;
  private final Set<String> elsewhere;
  private final Set<String> known;
  private final String evidence;
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
    this.elsewhere = elsewhere;
    this.evidence = evidence().toLowerCase(Locale.ROOT);
    this.known = Tokens.names(evidence + "\n" + shown.threshold());
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
    var text = Resolving.squeezed(sentence);
    if (text.isEmpty() || text.length() > LONGEST || !latin(text) || !quotesBorne(text)) {
      return Optional.empty();
    }
    var prose = Prose.of(text, word -> known.contains(word.toLowerCase(Locale.ROOT)));
    var words = words(prose);
    boolean borne =
        !prose.dubious()
            && words.stream().allMatch(this::nameBorne)
            && capitalsBorne(prose)
            && numbersBorne(prose)
            && !Tone.denies(
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(), known)
            && (shown.severity() == Severity.CRITICAL
                || words.stream().noneMatch(this::exaggerates));
    return borne ? Optional.of(text) : Optional.empty();
  }

  private static List<String> words(Prose prose) {
    var words = new ArrayList<String>();
    for (var item : prose.items()) {
      if (item instanceof Prose.Item.Word word) {
        words.add(word.text());
      }
    }
    return words;
  }

  /** Letters of other scripts can look like ours, and what is invisible can hide anything. */
  private boolean latin(String text) {
    return text.codePoints()
        .allMatch(point ->
            Character.isLetter(point)
                ? OURS.contains(Character.UnicodeScript.of(point))
                : Character.getType(point) != Character.FORMAT
                    && Character.getType(point) != Character.CONTROL
                    && Character.getType(point) != Character.NON_SPACING_MARK);
  }

  private boolean quotesBorne(String text) {
    return QUOTED
        .matcher(text)
        .results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
        .map(quote -> Resolving.squeezed(quote).toLowerCase(Locale.ROOT))
        .allMatch(quote -> Tokens.within(Resolving.squeezed(evidence), quote));
  }

  private boolean nameBorne(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    if (known.contains(lower) || ORDINARY.matcher(word).matches()) {
      return true;
    }
    return !NAME_LIKE.matcher(word).matches() && !elsewhere.contains(lower);
  }

  /** A capital within a sentence begins a name, but in a headline, where most words have one. */
  private boolean capitalsBorne(Prose prose) {
    boolean unknown = false;
    int capitals = 0;
    int words = 0;
    boolean begins = true;
    for (var item : prose.items()) {
      if (item instanceof Prose.Item.Word word && !begins && !word.text().isEmpty()) {
        words++;
        capitals += capital(word.text()) ? 1 : 0;
        unknown |= capital(word.text()) && !known.contains(word.lower());
      }
      begins = item.ends();
    }
    return !unknown || 2 * capitals > words;
  }

  private static boolean capital(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && !word.equals(word.toUpperCase(Locale.ROOT));
  }

  private boolean exaggerates(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return GRAVE.contains(lower) && !known.contains(lower);
  }

  private boolean numbersBorne(Prose prose) {
    for (int i = 0; i < prose.items().size(); i++) {
      if (prose.items().get(i) instanceof Prose.Item.Figure figure
          && !borne(figure.written(), prose, i)) {
        return false;
      }
    }
    return true;
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
        : written.saysOfAny(meant) || written.standsAmong(rendered);
  }

  private List<Value> meant(List<String> before, List<String> after) {
    var meant = FieldWords.meant(after, backing.rows());
    return meant.isEmpty() ? FieldWords.meant(before, backing.rows()) : meant;
  }

  private static boolean bound(List<String> before) {
    return before.stream().anyMatch(BOUND::contains);
  }

  private boolean anywhere(Written written, Prose prose, List<String> after) {
    return written.saysOfAny(backing.values())
        || written.saysOfAny(shown.ages())
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
        && (written.saysOf(rows, Unit.NONE) || written.saysOf(lines, Unit.NONE));
  }

  /** A number of another call's row counts only where the sentence says whose it is. */
  private boolean beside(Written written, Cited cited, Prose prose) {
    var said = new HashSet<String>();
    words(prose).forEach(word -> said.add(word.toLowerCase(Locale.ROOT)));
    boolean loose = cited.rows().isEmpty() && written.standsAmong(numbers(lines(List.of(cited))));
    return loose
        || cited.rows().stream()
            .filter(row -> said.containsAll(Tokens.names(Subjects.shortly(row.subject()))))
            .anyMatch(row -> written.saysOfAny(List.copyOf(row.fields().values())));
  }
}
