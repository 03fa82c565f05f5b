package dev.swarm.agent.playbook;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Look;
import dev.swarm.agent.investigation.Mind;
import dev.swarm.agent.investigation.Move;
import dev.swarm.agent.proof.Claim;
import dev.swarm.tools.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The deterministic mind. Asks for the tools of every check at once, then for the follow-ups of
 * what is odd, then claims what is odd, and concludes. What it does next follows from the
 * conversation alone.
 */
public final class Playbook implements Mind {
  /** Follow-ups for a check's first findings only: the tenth full disk is looked at no deeper. */
  private static final int FOLLOWED = 3;

  private static final int CITED_LINES = 40;
  private static final int CONTEXT_LINES = 8;

  private final Questions questions;

  public Playbook(Questions questions) {
    this.questions = questions;
  }

  @Override
  public String name() {
    return "playbook";
  }

  @Override
  public Move next(Conversation conversation) {
    if (conversation.looks().isEmpty() && !conversation.checks().isEmpty()) {
      var calls = new LinkedHashSet<ToolCall>();
      for (var check : conversation.checks()) {
        questions.of(check).forEach(question -> calls.add(question.call()));
      }
      if (!calls.isEmpty()) {
        return new Move.Calls(List.copyOf(calls));
      }
    }
    if (!conversation.verdicts().isEmpty()) {
      return new Move.Conclusion("every check of the area was answered");
    }
    var odd = odd(conversation);
    var next = followed(conversation) ? List.<ToolCall>of() : followUps(odd, conversation);
    if (!next.isEmpty()) {
      return new Move.Calls(next);
    }
    return odd.isEmpty()
        ? new Move.Conclusion("nothing odd")
        : new Move.Claims(odd.stream().map(one -> claim(one, conversation)).toList());
  }

  /** Follow-ups are asked for once, whether or not the budget lets them run. */
  private static boolean followed(Conversation conversation) {
    return conversation.entries().size() > 1;
  }

  /** An odd verdict of a check, and the look that it stands on. */
  private record Odd(Check check, Look look, Judged.Odd verdict, int position) {}

  private List<Odd> odd(Conversation conversation) {
    var all = new ArrayList<Odd>();
    for (var check : conversation.checks()) {
      int position = 0;
      for (var question : questions.of(check)) {
        var look = conversation.look(question.call());
        if (look.isEmpty() || !look.get().seen()) {
          continue;
        }
        for (var verdict : question.judge(look.get().result().rows())) {
          if (verdict instanceof Judged.Odd odd) {
            all.add(new Odd(check, look.get(), odd, position));
            position++;
          }
        }
      }
    }
    return all;
  }

  private static List<ToolCall> followUps(List<Odd> odd, Conversation conversation) {
    var calls = new LinkedHashSet<ToolCall>();
    for (var one : odd) {
      calls.addAll(followUps(one));
    }
    return calls.stream().filter(call -> conversation.look(call).isEmpty()).toList();
  }

  private static List<ToolCall> followUps(Odd odd) {
    if (odd.position() >= FOLLOWED) {
      return List.of();
    }
    return odd.check().next().stream()
        .map(next -> {
          var arguments = new LinkedHashMap<String, String>();
          next.arguments()
              .forEach((name, value) -> arguments.put(name, value.fill(odd.verdict().scope())));
          return new ToolCall(next.tool(), arguments, ToolCall.Caller.PLAYBOOK);
        })
        .toList();
  }

  private static Claim claim(Odd odd, Conversation conversation) {
    var lines =
        odd.verdict().rows().stream()
            .flatMap(row -> row.lines().stream())
            .distinct()
            .limit(CITED_LINES)
            .map(line -> odd.look().id() + ":" + line)
            .toList();
    var context =
        followUps(odd).stream()
            .flatMap(call -> conversation.look(call).stream())
            .filter(look -> look.seen() && !look.result().text().lines().isEmpty())
            .map(Playbook::head)
            .toList();
    return Claim.of(lines, odd.verdict().subject(), "")
        .under(odd.check().id())
        .explainedBy(context);
  }

  /** The lines of a follow-up that say most: its first rows, or else its first lines. */
  private static String head(Look look) {
    var rows = look.result().rows();
    int first = rows.isEmpty() ? 1 : rows.getFirst().lines().getFirst();
    int all = look.result().text().lines().size();
    int last =
        rows.isEmpty()
            ? all
            : IntStream.range(0, Math.min(rows.size(), CONTEXT_LINES))
                .map(i -> rows.get(i).lines().getLast())
                .max()
                .orElse(first);
    return look.id() + ":" + first + "-" + Math.min(last, Math.min(all, first + CONTEXT_LINES - 1));
  }
}
