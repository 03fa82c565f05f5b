package dev.swarm.protocol.prose;

import dev.swarm.protocol.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text beside which sentences stand: one is kept only where the text bears every number and every
 * name in it, and where it does not say that all is well.
 */
public final class Bearing {
  private static final int LONGEST = 400;
  private static final Pattern QUOTED =
      Pattern.compile("[\"“`]([^\"“”`]{1,200})[\"”`]|(?<!\\w)'([^']{2,200})'(?!\\w)");
  private static final Pattern NAME_LIKE = Pattern.compile("^/.+|.*[\\w)][.@_\\\\][\\w(].*");
  private static final Set<Character.UnicodeScript> OURS =
      Set.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.COMMON);
  private static final Pattern ORDINARY = Pattern.compile("(?i)e\\.g|i\\.e|a\\.k\\.a|etc");
  private static final Set<String> GRAVE =
      Set.of("critical", "severe", "emergency", "fatal", "catastrophic", "critically");

  private final String text;
  private final Severity severity;
  private final Set<String> elsewhere;
  private final Figures figures;
  private final Set<String> known;

  /** Whether a number may stand where it stands. */
  @FunctionalInterface
  public interface Figures {
    /**
     * Judges one number.
     *
     * @param at its place among the items of {@code prose}
     */
    boolean bear(Written written, Prose prose, int at);
  }

  /**
   * A text that bears sentences.
   *
   * @param text what is known
   * @param beside words that may be used too, and not quoted
   * @param severity of what the text is about: what is not critical is not called so
   * @param elsewhere names of what the text is not about, in lower case
   * @param figures judges the numbers
   */
  public Bearing(
      String text, String beside, Severity severity, Set<String> elsewhere, Figures figures) {
    this.text = text.toLowerCase(Locale.ROOT);
    this.severity = severity;
    this.elsewhere = Set.copyOf(elsewhere);
    this.figures = figures;
    this.known = Tokens.names(this.text + "\n" + beside);
  }

  /** The sentence, or empty where it says more, or other, than the text. */
  public Optional<String> borne(String sentence) {
    var said = Tokens.squeezed(sentence);
    if (said.isEmpty() || said.length() > LONGEST || !latin(said) || !quotesBorne(said)) {
      return Optional.empty();
    }
    var prose = Prose.of(said, word -> known.contains(word.toLowerCase(Locale.ROOT)));
    var words = prose.words();
    boolean borne =
        !prose.dubious()
            && words.stream().allMatch(this::nameBorne)
            && capitalsBorne(prose)
            && numbersBorne(prose)
            && !Tone.denies(
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(), known)
            && (severity == Severity.CRITICAL || words.stream().noneMatch(this::exaggerates));
    return borne ? Optional.of(said) : Optional.empty();
  }

  /** Whether the text has this word. */
  public boolean knows(String word) {
    return known.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Letters of other scripts can look like ours, and what is invisible can hide anything. */
  private static boolean latin(String said) {
    return said.codePoints()
        .allMatch(point ->
            Character.isLetter(point)
                ? OURS.contains(Character.UnicodeScript.of(point))
                : Character.getType(point) != Character.FORMAT
                    && Character.getType(point) != Character.CONTROL
                    && Character.getType(point) != Character.NON_SPACING_MARK);
  }

  private boolean quotesBorne(String said) {
    return QUOTED
        .matcher(said)
        .results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
        .map(quote -> Tokens.squeezed(quote).toLowerCase(Locale.ROOT))
        .allMatch(quote -> Tokens.within(Tokens.squeezed(text), quote));
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
          && !figures.bear(figure.written(), prose, i)) {
        return false;
      }
    }
    return true;
  }
}
