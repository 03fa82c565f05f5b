package dev.swarm.router.scripted;

import dev.swarm.router.scripted.Turn.Wish;
import java.util.List;

/**
 * A finding that a scripted model reports, true or not.
 *
 * @param lines labels of lines, or blanks such as {@code {{label /var}}}
 * @param subject what it is about
 * @param field the value of the row that it is about; empty leaves it out
 * @param sentence the model's own
 */
public record Claim(List<String> lines, String subject, String field, String sentence) {
  /** The tool that takes findings. */
  public static final String REPORT = "report_finding";

  public Claim {
    lines = List.copyOf(lines);
  }

  /** On the line that contains this text. */
  public static Claim on(String text, String subject, String field, String sentence) {
    return new Claim(List.of("{{label " + text + "}}"), subject, field, sentence);
  }

  /** How a claim may be wrong. */
  public enum Lie {
    /** It cites a line that is in no result. */
    MADE_UP_LINE,
    /** It cites a real line, of something else. */
    OTHER_LINE,
    /** It names something that is not on the line. */
    WRONG_SUBJECT,
    /** It names a field that the row does not have. */
    WRONG_FIELD,
    /** Its sentence has a number that nobody printed. */
    WRONG_NUMBER
  }

  /** The same claim, turned into a lie. */
  public Claim lying(Lie lie) {
    return switch (lie) {
      case MADE_UP_LINE -> new Claim(List.of("r999:999"), subject, field, sentence);
      case OTHER_LINE -> new Claim(List.of("{{label }}"), subject, field, sentence);
      case WRONG_SUBJECT -> new Claim(lines, subject + "-elsewhere", field, sentence);
      case WRONG_FIELD -> new Claim(lines, subject, "invented_percent", sentence);
      case WRONG_NUMBER -> new Claim(lines, subject, field, sentence + " It is at 98.76 %.");
    };
  }

  Wish wish(Blanks blanks) {
    var arguments = Json.object();
    var cited = arguments.putArray("lines");
    lines.forEach(line -> cited.add(blanks.text(line)));
    arguments.put("subject", blanks.text(subject));
    if (!field.isEmpty()) {
      arguments.put("field", blanks.text(field));
    }
    return new Wish(REPORT, arguments.put("sentence", blanks.text(sentence)).toString());
  }
}
