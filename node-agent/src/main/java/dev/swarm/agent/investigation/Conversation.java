package dev.swarm.agent.investigation;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Subtask;
import dev.swarm.tools.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has happened in an investigation so far, oldest first. A value: the same steps give the same
 * conversation, whatever finished first.
 *
 * @param checks those of the area that were asked for and concern this platform
 */
public record Conversation(Subtask subtask, List<Check> checks, List<Entry> entries) {
  public Conversation {
    checks = List.copyOf(checks);
    entries = List.copyOf(entries);
  }

  /** One step. */
  public sealed interface Entry {

    /** Tools ran; in the order asked. */
    record Looked(List<Look> looks) implements Entry {
      public Looked {
        looks = List.copyOf(looks);
      }
    }

    /** Claims were judged; in the order claimed. */
    record Judged(List<Verdict> verdicts) implements Entry {
      public Judged {
        verdicts = List.copyOf(verdicts);
      }
    }

    /** A claim was taken back by the mind that had made it. */
    record Withdrawn(Claim claim, String mind) implements Entry {}

    /**
     * A call was not run, for it was made before.
     *
     * @param look that holds the answer
     * @param again whether the one who asks has been told before
     */
    record Recalled(ToolCall call, CallId look, boolean again) implements Entry {}

    /** A call was not run. */
    record NotRun(ToolCall call, String reason) implements Entry {}

    /** Something to tell the mind: the budget is nearly spent. */
    record Note(String text) implements Entry {}
  }

  private static final Entry LAST_TURN =
      new Entry.Note("this is the last turn: say what you found, or conclude");

  Conversation lastTurn() {
    return plus(LAST_TURN);
  }

  /** Whether the mind's next move is the last that the budget allows. */
  public boolean isLastTurn() {
    return !entries.isEmpty() && entries.getLast().equals(LAST_TURN);
  }

  Conversation plus(Entry entry) {
    var more = new ArrayList<>(entries);
    more.add(entry);
    return new Conversation(subtask, checks, more);
  }

  /** Every look so far, in the order asked. */
  public List<Look> looks() {
    return entries.stream()
        .flatMap(
            entry -> entry instanceof Entry.Looked(var looks) ? looks.stream() : Stream.empty())
        .toList();
  }

  /** Every verdict so far. */
  public List<Verdict> verdicts() {
    return entries.stream()
        .flatMap(entry ->
            entry instanceof Entry.Judged(var verdicts) ? verdicts.stream() : Stream.empty())
        .toList();
  }

  public Optional<Look> look(CallId id) {
    return looks().stream().filter(look -> look.id().equals(id)).findFirst();
  }

  /** What this very call gave when it was made before. */
  public Optional<Look> look(ToolCall call) {
    return looks().stream()
        .filter(look -> look.call().tool().equals(call.tool()))
        .filter(look -> look.call().arguments().equals(call.arguments()))
        .findFirst();
  }
}
