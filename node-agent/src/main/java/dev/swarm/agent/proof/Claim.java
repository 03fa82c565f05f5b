package dev.swarm.agent.proof;

import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Something that a mind says is so. Nothing in it is believed: lines, subject, field and value are
 * looked up, title and severity are rendered from rows.
 *
 * @param cited line labels, as the mind wrote them: {@code r3:12}
 * @param quote words that occur exactly once in what the tools printed; the fallback for labels
 * @param subject what it is about: {@code /var}; may be empty where the lines say it
 * @param field the value that is wrong: {@code used_percent}
 * @param value that value, as the mind read it
 * @param check the check whose verdict this is, where the mind knows it
 * @param severity how bad the mind thinks it is; a check's verdict overrides it
 * @param sentence one sentence of the mind's own; may be empty
 * @param context labels of lines that explain it, such as a follow-up's
 */
public record Claim(
    List<String> cited,
    Optional<String> quote,
    String subject,
    Optional<String> field,
    Optional<String> value,
    Optional<CheckId> check,
    Optional<Severity> severity,
    String sentence,
    List<String> context) {
  public Claim {
    cited = List.copyOf(cited);
    context = List.copyOf(context);
  }

  /** A claim on the lines {@code cited}, about {@code subject}, in the mind's own words. */
  public static Claim of(List<String> cited, String subject, String sentence) {
    return new Claim(
        cited,
        Optional.empty(),
        subject,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        sentence,
        List.of());
  }

  /** This claim, on that field. */
  public Claim on(String name) {
    return new Claim(
        cited, quote, subject, Optional.of(name), value, check, severity, sentence, context);
  }

  /** This claim, with that value. */
  public Claim saying(String text) {
    return new Claim(
        cited, quote, subject, field, Optional.of(text), check, severity, sentence, context);
  }

  /** This claim, under that check. */
  public Claim under(CheckId id) {
    return new Claim(
        cited, quote, subject, field, value, Optional.of(id), severity, sentence, context);
  }

  /** This claim, called that bad. */
  public Claim called(Severity bad) {
    return new Claim(
        cited, quote, subject, field, value, check, Optional.of(bad), sentence, context);
  }

  /** This claim, with those words quoted. */
  public Claim quoting(String words) {
    return new Claim(
        cited, Optional.of(words), subject, field, value, check, severity, sentence, context);
  }

  /** This claim, explained by those lines. */
  public Claim explainedBy(List<String> labels) {
    return new Claim(cited, quote, subject, field, value, check, severity, sentence, labels);
  }

  /** Whether this is {@code other} once more, perhaps mended: of the same subject or lines. */
  public boolean sameMatter(Claim other) {
    boolean name = !subject.isBlank() && subject.strip().equalsIgnoreCase(other.subject.strip());
    boolean lines = !cited.isEmpty() && cited.equals(other.cited);
    boolean words = quote.isPresent() && quote.equals(other.quote);
    boolean nothing = cited.isEmpty() && quote.isEmpty() && other.cited.isEmpty();
    return agree(field, other.field)
        && agree(check, other.check)
        && (name || lines || words || nothing);
  }

  private static <T> boolean agree(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
