package dev.swarm.agent.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.protocol.Area;
import dev.swarm.protocol.Budget;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Evidence;
import dev.swarm.protocol.Finding;
import dev.swarm.protocol.Fingerprint;
import dev.swarm.protocol.RunId;
import dev.swarm.protocol.Severity;
import dev.swarm.protocol.Subtask;
import dev.swarm.protocol.SubtaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
  private static final Area QUESTION = new Area("question");
  private static final RunId RUN = new RunId("r");
  private static final Conversation CONVERSATION =
      new Conversation(
          new Subtask(
              SubtaskId.of(RUN, "n1", QUESTION),
              RUN,
              "n1",
              QUESTION,
              List.of(),
              Budget.standard(Duration.ofSeconds(30))),
          List.of(),
          List.of());

  @Test
  void a_sentence_whose_numbers_and_names_a_finding_bears_is_kept() {
    assertEquals(
        Optional.of("The file system /var is 98 % full."),
        borne("The file system /var is 98 % full.", full()));
  }

  @Test
  void a_sentence_with_another_number_or_name_is_left_out_and_the_others_stay() {
    assertEquals(
        Optional.of("The file system /var is 98 % full."),
        borne(
            "The file system /var is 98 % full. It was 40 % yesterday. The unit nginx.service did"
                + " it.",
            full()));
  }

  @Test
  void where_nothing_was_proven_nothing_is_said() {
    assertEquals(Optional.empty(), borne("The disk is dying."));
    assertEquals(Optional.empty(), borne(" ", full()));
  }

  @Test
  void an_answer_without_end_is_cut_at_eight_sentences() {
    var answer = "The file system /var is 98 % full. ".repeat(50);
    assertEquals(
        Optional.of("The file system /var is 98 % full. ".repeat(8).strip()),
        borne(answer, full()));
  }

  private static Optional<String> borne(String answer, Finding... findings) {
    return AnswerText.borne(answer, List.of(findings), CONVERSATION);
  }

  private static Finding full() {
    return new Finding(
        new Fingerprint("0123456789abcdef"),
        Optional.of(new CheckId("storage.space")),
        new Area("storage"),
        "n1",
        "/var",
        Severity.CRITICAL,
        "/var is 98 % full",
        "0.5 GB of 30.0 GB are left.",
        "Free space.",
        "df -h /var",
        "98 % then, 98 % now",
        Optional.empty(),
        "playbook",
        List.of(
            new Evidence(
                new CallId("r1"),
                "filesystems",
                List.of("df"),
                2,
                2,
                "/dev/vda 98% /var",
                "ab12")));
  }
}
