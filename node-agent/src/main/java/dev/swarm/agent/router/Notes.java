package dev.swarm.agent.router;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.investigation.Move;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.Finding;
import dev.swarm.router.chat.Reply;
import dev.swarm.tools.ToolCall;
import dev.swarm.tools.ToolResult.Ending;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model is told besides results, and what of its words counts when it only talks. */
final class Notes {
  static final String LAST_TURN =
      "This is the last turn: report now what lines already shown prove, and call conclude. No"
          + " other call is run.";
  static final String NOT_RUN = "not run: it was the last turn";
  static final String PLAIN =
      "Answer in plain text now. One line for each problem: the labels of the lines that show it,"
          + " such as r3:12, and one sentence. Or the word: nothing.";
  static final String USE_TOOLS =
      "Text alone is not read. Call report_finding for each problem, look further with a tool, or"
          + " call conclude.";
  static final String EMPTY = "Your reply was empty. Call a tool, report_finding, or conclude.";
  static final String UNREADABLE =
      "Your reply could not be read. Call one tool, with its arguments as plain JSON.";
  static final String SHORTER =
      "Your reply was cut off, and nothing of it was done. Answer much shorter: one call, without"
          + " explanation.";
  private static final int MOST_NAMES = 20;

  private Notes() {}

  static String handOver(String why) {
    return "You take over from a smaller model, for "
        + why
        + ". Go on from the results above; do not repeat its calls.";
  }

  /** What stands for rounds that are left out. */
  static String gist(Conversation conversation, String reports) {
    var looks =
        conversation.looks().stream()
            .filter(look -> look.call().caller() == ToolCall.Caller.MODEL && look.seen())
            .map(look -> new Sheet(look, 0).name())
            .toList();
    var names =
        looks.stream()
            .skip(Math.max(0, looks.size() - MOST_NAMES))
            .collect(Collectors.joining(", "));
    return "Earlier turns were left out to make room. You have "
        + (names.isEmpty() ? "no results" : names)
        + " at hand, for read_more; "
        + reports
        + ". Go on.";
  }

  /** Whether what the loop wrote is news: something was looked at, or proven. */
  static boolean progress(List<Entry> since) {
    return since.stream()
        .anyMatch(entry ->
            switch (entry) {
              case Entry.Looked(var looks) ->
                  looks.stream()
                      .anyMatch(look -> !(look.result().ending() instanceof Ending.Refused));
              case Entry.Judged(var verdicts) ->
                  verdicts.stream().anyMatch(Verdict.Proven.class::isInstance);
              case Entry.Recalled(_, _, var again) -> !again;
              case Entry.Withdrawn _ -> true;
              case Entry.NotRun _, Entry.Note _ -> false;
            });
  }

  /** Whether a check that found something asks for a stronger model. */
  static boolean checkAsks(Conversation conversation) {
    var asking = conversation.checks().stream().filter(Check::escalates).map(Check::id).toList();
    return conversation.verdicts().stream()
        .flatMap(verdict ->
            verdict instanceof Verdict.Proven(_, var findings)
                ? findings.stream()
                : Stream.<Finding>empty())
        .anyMatch(finding -> finding.check().filter(asking::contains).isPresent());
  }

  /** What counts on the last turn. */
  static boolean concludes(Want want) {
    return switch (want) {
      case Want.Report _, Want.Withdraw _, Want.Conclude _ -> true;
      case Want.Probe _, Want.Read _, Want.Useless _ -> false;
    };
  }

  /** The want, if it counts on the last turn; else an answer that it was not run. */
  static Want ifItConcludes(Want want) {
    return concludes(want) ? want : new Want.Useless(want.id(), NOT_RUN);
  }

  /** The claims in its prose, as a move where there are any. */
  static List<Move> spoken(Reply reply) {
    var claims = Spoken.claims(reply.message().text());
    return claims.isEmpty() ? List.of() : List.of(new Move.Claims(claims));
  }
}
