package dev.swarm.coordinator.report;

import java.io.IOException;

/** What was asked, and a model's own words about it, marked as such. */
final class TextQuestion {
  /** What stands where nothing of what a model said is borne by a finding. */
  static final String NONE =
      "no words of a model that proven findings bear; what the checks and the model proved stands"
          + " below";

  /** Answers of single nodes that are shown. */
  static final int ANSWERS = 12;

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
    if (question.synthesis().isPresent()) {
      new TextFleet(page).sentences("answer", question.synthesis().get());
    } else if (question.answers().isEmpty()) {
      page.labelled("answer", NONE);
    }
    boolean many = report.nodes().size() > 1;
    for (var answer : Words.first(question.answers(), ANSWERS)) {
      page.labelled(many ? "of a node" : "answer", words(answer, many));
    }
    if (question.answers().size() > ANSWERS) {
      var more = question.answers().size() - ANSWERS;
      page.quiet(Words.more(more, "more answer", Words.everything(report.run())));
    }
  }

  static String words(Question.Answer answer, boolean many) {
    return (many ? answer.node() + ": " : "")
        + "“"
        + answer.words()
        + "” — "
        + answer.mind()
        + ", in its own words; the findings prove them";
  }
}
