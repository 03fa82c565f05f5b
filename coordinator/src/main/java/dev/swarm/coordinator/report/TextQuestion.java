package dev.swarm.coordinator.report;

import java.io.IOException;

/** What was asked, and a model's own words about it, marked as such. */
final class TextQuestion {
  /** What stands where nothing of what a model said is borne by a finding. */
  static final String NONE =
      "no words of a model that proven findings bear; what the checks and the model proved stands"
          + " below";

  private final TextPage page;

  TextQuestion(TextPage page) {
    this.page = page;
  }

  void render(Report report) throws IOException {
    if (report.question().isEmpty()) {
      return;
    }
    var question = report.question().get();
    page.blank();
    page.labelled("asked", question.asked());
    if (question.answers().isEmpty()) {
      page.labelled("answer", NONE);
    }
    for (var answer : question.answers()) {
      page.labelled("answer", words(answer));
    }
  }

  static String words(Question.Answer answer) {
    return "“"
        + answer.words()
        + "” — "
        + answer.mind()
        + ", in its own words; the findings prove them";
  }
}
