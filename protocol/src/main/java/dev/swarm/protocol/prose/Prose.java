package dev.swarm.protocol.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What somebody wrote, cut into words and numbers, so that not one digit is overlooked. */
public record Prose(List<Item> items) {
  private static final Pattern JOINTS = Pattern.compile("[-–—/=:,()\\[\\]{}|…×→]+");
  private static final String ENDS = ",;.:!?)…";
  private static final Set<String> JOINING = Set.of("and", "but", "while", "with", "whereas", "or");

  public Prose {
    items = List.copyOf(items);
  }

  /** A piece of it. */
  public sealed interface Item {
    /** Whether a clause ends after it. */
    boolean ends();

    /** A word, without the punctuation around it. */
    record Word(String text, boolean ends) implements Item {
      /** In lower case. */
      public String lower() {
        return text.toLowerCase(Locale.ROOT);
      }
    }

    /** A number. */
    record Figure(Written written, boolean ends) implements Item {}

    /** It has a digit, and is neither a number nor a name that is known. */
    record Dubious(String text, boolean ends) implements Item {}
  }

  /**
   * Reads a text.
   *
   * @param known names that may hold digits: {@code sda1}
   */
  public static Prose of(String text, Predicate<String> known) {
    var items = new ArrayList<Item>();
    for (var word : Tokens.of(text)) {
      add(items, word, known);
    }
    return new Prose(measured(items));
  }

  private static void add(List<Item> items, String word, Predicate<String> known) {
    var bare = Tokens.bare(word);
    boolean ends = ENDS.indexOf(word.charAt(word.length() - 1)) >= 0;
    var number = Written.parse(bare);
    if (number.isPresent()) {
      items.add(new Item.Figure(number.get().hedged(hedge(word, items)), ends));
    } else if (bare.isEmpty() || known.test(bare) || !digits(bare)) {
      items.add(new Item.Word(bare, ends));
    } else {
      pieces(items, bare, ends, known);
    }
  }

  private static void pieces(List<Item> items, String word, boolean ends, Predicate<String> known) {
    var pieces = JOINTS.splitAsStream(word).filter(piece -> !piece.isEmpty()).toList();
    if (pieces.size() == 1) {
      items.add(new Item.Dubious(word, ends));
      return;
    }
    for (var piece : pieces) {
      add(items, piece, known);
    }
  }

  private static Written.Hedge hedge(String word, List<Item> before) {
    var sign =
        switch (word.charAt(0)) {
          case '>' -> Written.Hedge.OVER;
          case '<' -> Written.Hedge.UNDER;
          case '~', '≈' -> Written.Hedge.ABOUT;
          default -> Written.Hedge.NONE;
        };
    return sign != Written.Hedge.NONE ? sign : Written.Hedge.of(word(before, 1), word(before, 2));
  }

  private static String word(List<Item> items, int back) {
    return items.size() >= back && items.get(items.size() - back) instanceof Item.Word word
        ? word.lower()
        : "";
  }

  /** Numbers take the unit that follows them. */
  private static List<Item> measured(List<Item> items) {
    var measured = new ArrayList<Item>();
    for (var item : items) {
      int last = measured.size() - 1;
      if (item instanceof Item.Word(var text, var ends)
          && last >= 0
          && measured.get(last) instanceof Item.Figure(var written, var ended)
          && !ended
          && written.measure().equals(Measure.BARE)
          && Measure.of(text).isPresent()) {
        measured.set(last, new Item.Figure(written.in(Measure.of(text).get()), ends));
      } else {
        measured.add(item);
      }
    }
    return measured;
  }

  /** Digits of any script, superscripts, Roman numerals: what is not understood is not let by. */
  private static boolean digits(String word) {
    return word.codePoints()
        .map(Character::getType)
        .anyMatch(type ->
            type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER);
  }

  /** The numbers, in their order. */
  public List<Written> numbers() {
    return items.stream()
        .filter(Item.Figure.class::isInstance)
        .map(item -> ((Item.Figure) item).written())
        .toList();
  }

  /** The words, in their order, without the punctuation around them. */
  public List<String> words() {
    return items.stream()
        .filter(Item.Word.class::isInstance)
        .map(item -> ((Item.Word) item).text())
        .toList();
  }

  /** Whether anything in it has a digit and is not understood. */
  public boolean dubious() {
    return items.stream().anyMatch(Item.Dubious.class::isInstance);
  }

  /** The words up to {@code most} after an item, to the end of the clause or the next number. */
  public List<String> after(int index, int most) {
    var words = new ArrayList<String>();
    boolean ended = items.get(index).ends();
    for (int i = index + 1; i < items.size() && words.size() < most && !ended; i++) {
      if (!(items.get(i) instanceof Item.Word word) || JOINING.contains(word.lower())) {
        break;
      }
      words.add(word.lower());
      ended = word.ends();
    }
    return words;
  }

  /**
   * The words up to {@code most} before an item, from the begin of the clause or the last number.
   */
  public List<String> before(int index, int most) {
    var words = new ArrayList<String>();
    for (int i = index - 1; i >= 0 && words.size() < most; i--) {
      if (!(items.get(i) instanceof Item.Word word)
          || (word.ends() && !word.text().isEmpty() && i < index - 1)
          || JOINING.contains(word.lower())) {
        break;
      }
      words.add(word.lower());
    }
    return words;
  }
}
