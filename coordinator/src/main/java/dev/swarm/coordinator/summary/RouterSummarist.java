package dev.swarm.coordinator.summary;

import dev.swarm.coordinator.report.Report;
import dev.swarm.coordinator.report.Summary;
import dev.swarm.router.Answer;
import dev.swarm.router.Errand;
import dev.swarm.router.Model;
import dev.swarm.router.Tier;
import dev.swarm.router.chat.ChatMessage;
import dev.swarm.router.chat.ChatRequest;
import dev.swarm.router.chat.Toolset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a model write, once, and keeps what the findings bear, and the checks that are ok. */
public final class RouterSummarist implements Summarist {
  private static final int TOKENS = 900;
  private static final String RULES =
      """
      You write for an operator who has one minute. You are given the findings of an examination \
      of many machines. Every finding has an id in brackets.
      Write 3 to 6 short sentences, each on a line of its own, the worst first. End each with the \
      ids of the findings that it rests on, in brackets: [0a1b2c3d] or [0a1b2c3d, 4e5f6a7b].
      Use the words, names and numbers of those findings as they stand there. No causes, no \
      guesses, no heading, nothing that no finding says: such a sentence is thrown away.\
      """;
  private static final String QUESTION =
      """

      A question was asked. Answer it first; then only what belongs to it: one sentence may do. Of \
      checks that are ok you may say so, in these words: storage.space is ok on 2 of 2 nodes \
      [storage.space]. Where nothing at all was found: nothing was found on 2 of 2 nodes \
      [coverage].\
      """;

  private final Model model;
  private final String name;
  private final Duration patience;
  private final Vocabulary vocabulary = new Vocabulary();

  /**
   * A summarist that asks {@code model}.
   *
   * @param name of the model as configured, for where it cannot be had
   * @param patience how long the caller waits for it in all
   */
  public RouterSummarist(Model model, String name, Duration patience) {
    this.model = model;
    this.name = name;
    this.patience = patience;
  }

  @Override
  public Report summarise(Report report) throws InterruptedException {
    if (report.findings().isEmpty() && report.question().isEmpty()) {
      return report;
    }
    var errand = new Errand(report.run().id() + "/summary", Tier.LOCAL, patience);
    return switch (model.ask(request(report), errand)) {
      case Answer.Failed(var trouble) ->
          without(
              report, name + " could not be asked for " + what(report) + ": " + trouble.detail());
      case Answer.Replied(var reply, var served) ->
          judged(report, reply.message().text(), served.model());
    };
  }

  private static String what(Report report) {
    return report.question().isPresent() ? "one answer" : "a summary";
  }

  private static String witnesses(Report report) {
    return report.question().isPresent() ? "the findings and checks" : "the findings";
  }

  private static ChatRequest request(Report report) {
    var rules = report.question().isPresent() ? RULES + QUESTION : RULES;
    return new ChatRequest(
        List.of(new ChatMessage.Instructions(rules), new ChatMessage.User(Digest.of(report))),
        Toolset.NONE,
        ChatRequest.Choice.NONE,
        TOKENS);
  }

  private Report judged(Report report, String written, String by) {
    var kept = new Judgement(report, vocabulary).kept(written);
    if (kept.sentences().isEmpty()) {
      return without(
          report,
          by
              + " wrote no sentence that "
              + witnesses(report)
              + " it cites bear; these are swarm’s own words");
    }
    int left = kept.said() - kept.sentences().size();
    var note = left == 0 ? "" : leftOut(left, kept.said(), report);
    var sentences = new ArrayList<>(kept.sentences());
    if (report.question().isEmpty() || kept.clears()) {
      unseen(report).ifPresent(sentences::add);
    }
    return told(report, new Summary(by, note, sentences));
  }

  private static String leftOut(int left, int said, Report report) {
    return left
        + " of its "
        + said
        + (left == 1 ? " sentences is" : " sentences are")
        + " left out: what they say is not borne by "
        + witnesses(report)
        + " they cite";
  }

  /** What could not be seen is said whatever a model makes of the rest. */
  private static Optional<Summary.Sentence> unseen(Report report) {
    return report.summary().stream()
        .flatMap(own -> own.sentences().stream())
        .filter(sentence -> sentence.cites().contains("nodes"))
        .findFirst();
  }

  private static Report without(Report report, String why) {
    return report.summary().map(own -> told(report, own.noting(why))).orElse(report);
  }

  private static Report told(Report report, Summary own) {
    return report.question().isPresent() ? report.answered(own) : report.summarised(own);
  }
}
