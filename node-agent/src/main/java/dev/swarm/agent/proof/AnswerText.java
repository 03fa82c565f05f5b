package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mind's answer to a question: of its sentences, those whose every number and name a proven
 * finding bears, each sentence one finding. Where nothing was proven, nothing of it is left.
 */
public final class AnswerText {
  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?;])\\s+|\\n+");
  private static final int MOST = 8;

  private AnswerText() {}

  /** What of {@code answer} may be shown; empty where that is nothing. */
  public static Optional<String> borne(
      String answer, List<Finding> findings, Conversation conversation) {
    var elsewhere = Elsewhere.names(conversation);
    var judges =
        findings.stream()
            .map(finding ->
                new Sentence(new Backing(List.of(), List.of()), shown(finding), elsewhere))
            .toList();
    var kept =
        SENTENCES
            .splitAsStream(answer.strip())
            .limit(MOST)
            .flatMap(
                sentence -> judges.stream().flatMap(one -> one.borne(sentence).stream()).limit(1))
            .collect(Collectors.joining(" "));
    return Optional.of(kept).filter(text -> !text.isBlank());
  }

  private static Sentence.Shown shown(Finding finding) {
    var quotes = finding.evidence().stream().map(Evidence::quote);
    var texts =
        Stream.concat(
            Stream.of(finding.subject(), finding.title(), finding.detail(), finding.measured()),
            quotes);
    return new Sentence.Shown(
        texts.collect(Collectors.joining("\n")), "", finding.severity(), List.of());
  }
}
