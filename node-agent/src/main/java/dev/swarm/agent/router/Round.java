package dev.swarm.agent.router;

import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Conversation.Entry;
import dev.swarm.agent.investigation.Look;
import dev.swarm.agent.investigation.Move;
import dev.swarm.agent.proof.Claim;
import dev.swarm.agent.proof.Verdict;
import dev.swarm.protocol.CallId;
import dev.swarm.router.chat.Arguments;
import dev.swarm.tools.ToolCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One reply of a model: as moves of the loop, in its order, and, once they are made, as answers to
 * each of its calls. Used by one thread.
 */
final class Round {
  private static final int LEAST_PAGE = 300;

  private final List<Want> wants;
  private final Reports reports;
  private final Set<String> pages;
  private final int page;
  private int room;

  /**
   * Of a reply.
   *
   * @param pages that were read on so far
   * @param page characters of one result
   * @param room characters of all results of this reply
   */
  Round(List<Want> wants, Reports reports, Set<String> pages, int page, int room) {
    this.wants = List.copyOf(wants);
    this.reports = reports;
    this.pages = pages;
    this.page = page;
    this.room = room;
  }

  /**
   * What the loop is asked to do; a conclusion comes last, and only where no result is waited for.
   */
  Move.Several move() {
    var moves = new ArrayList<Move>();
    var calls = new ArrayList<ToolCall>();
    var claims = new ArrayList<Claim>();
    for (var want : wants) {
      flush(want, calls, claims, moves);
      switch (want) {
        case Want.Probe(_, var call) -> calls.add(call);
        case Want.Report(_, var claim) -> claims.add(claim);
        case Want.Read(_, var asked) -> moves.add(new Move.Thought(pages.add(asked.toString())));
        case Want.Withdraw(_, var number) ->
            moves.add(
                reports
                    .open(number)
                    .<Move>map(Move.Withdrawal::new)
                    .orElse(new Move.Thought(false)));
        case Want.Useless _ -> moves.add(new Move.Thought(false));
        case Want.Conclude _ -> {}
      }
    }
    flush(new Want.Conclude("", ""), calls, claims, moves);
    if (!waits()) {
      summary().ifPresent(words -> moves.add(new Move.Conclusion(words)));
    }
    return new Move.Several(moves);
  }

  private boolean waits() {
    return wants.stream().anyMatch(want -> want instanceof Want.Probe || want instanceof Want.Read);
  }

  /** What it says in the end; empty where it does not conclude. */
  private Optional<String> summary() {
    return wants.stream()
        .flatMap(
            want -> want instanceof Want.Conclude(_, var words) ? Stream.of(words) : Stream.empty())
        .findFirst();
  }

  /** Calls side by side are run side by side, and claims side by side are judged together. */
  private static void flush(Want next, List<ToolCall> calls, List<Claim> claims, List<Move> moves) {
    if (!(next instanceof Want.Probe) && !calls.isEmpty()) {
      moves.add(new Move.Calls(calls));
      calls.clear();
    }
    if (!(next instanceof Want.Report) && !claims.isEmpty()) {
      moves.add(new Move.Claims(claims));
      claims.clear();
    }
  }

  /** Answers each call, in the order asked, with what the loop wrote since. */
  void answer(Conversation conversation, List<Entry> since, Dialogue dialogue) {
    var verdicts = verdicts(since);
    for (var want : wants) {
      switch (want) {
        case Want.Probe(var id, var call) -> probed(id, call, conversation, since, dialogue);
        case Want.Read(var id, var asked) -> read(id, asked, conversation, dialogue);
        case Want.Report(var id, _) -> {
          var verdict = verdicts.poll();
          tell(dialogue, id, verdict == null ? "not judged" : reports.told(verdict));
        }
        case Want.Withdraw(var id, var number) -> tell(dialogue, id, withdrawn(number));
        case Want.Useless(var id, var reason) -> tell(dialogue, id, Harmless.line(reason, 600));
        case Want.Conclude(var id, _) -> tell(dialogue, id, notYet());
      }
    }
  }

  /** What was judged, in the order claimed. */
  static Deque<Verdict> verdicts(List<Entry> since) {
    var verdicts = new ArrayDeque<Verdict>();
    for (var entry : since) {
      if (entry instanceof Entry.Judged(var judged)) {
        verdicts.addAll(judged);
      }
    }
    return verdicts;
  }

  private String withdrawn(String number) {
    var claim = reports.open(number);
    claim.ifPresent(reports::withdrawn);
    return claim.isPresent()
        ? number + " is withdrawn."
        : "there is no report '" + Harmless.line(number, 20) + "' that did not hold";
  }

  private String notYet() {
    var open = reports.stillOpen();
    return open.isEmpty()
        ? "not yet: read the results first, then call conclude"
        : "not yet: " + open + " did not hold. Mend or withdraw, then call conclude";
  }

  private void probed(
      String id, ToolCall call, Conversation conversation, List<Entry> since, Dialogue dialogue) {
    for (var entry : since) {
      switch (entry) {
        case Entry.Looked(var looks) -> {
          var look = looks.stream().filter(one -> one.call().equals(call)).findFirst();
          if (look.isPresent()) {
            show(dialogue, id, look.get());
            return;
          }
        }
        case Entry.Recalled(var same, var known, var again) when same.equals(call) -> {
          recalled(id, conversation.look(known).orElseThrow(), again, dialogue);
          return;
        }
        case Entry.NotRun(var same, var reason) when same.equals(call) -> {
          tell(dialogue, id, "not run: " + reason);
          return;
        }
        case Entry.Recalled _, Entry.NotRun _, Entry.Judged _, Entry.Withdrawn _, Entry.Note _ -> {}
      }
    }
    tell(dialogue, id, "not run");
  }

  private void recalled(String id, Look look, boolean again, Dialogue dialogue) {
    if (again) {
      tell(
          dialogue,
          id,
          "you made this call before: "
              + look.id()
              + " holds the answer, and read_more shows it. Ask something else, or conclude.");
    } else {
      show(dialogue, id, look);
    }
  }

  private void read(String id, Arguments asked, Conversation conversation, Dialogue dialogue) {
    var name = asked.text("result").orElse("").strip().toLowerCase(Locale.ROOT);
    var look =
        conversation.looks().stream().filter(one -> one.id().value().equals(name)).findFirst();
    if (look.isEmpty()) {
      tell(
          dialogue,
          id,
          "there is no result '" + Harmless.line(name, 20) + "': name one such as r3");
      return;
    }
    int from = asked.text("from").map(Round::number).orElse(1);
    var find = asked.text("find").filter(text -> !text.isBlank());
    fit(dialogue, id, look.get().id(), new Sheet(look.get(), page()).lines(from, find));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException _) {
      return 1;
    }
  }

  private void show(Dialogue dialogue, String id, Look look) {
    fit(dialogue, id, look.id(), new Sheet(look, page()).first());
  }

  private int page() {
    return Math.max(LEAST_PAGE, Math.min(page, room));
  }

  private void fit(Dialogue dialogue, String id, CallId look, String text) {
    room -= text.length();
    dialogue.answered(id, text, "(left out to make room; read_more result=" + look + " shows it)");
  }

  private static void tell(Dialogue dialogue, String id, String text) {
    dialogue.answered(id, text, text);
  }
}
