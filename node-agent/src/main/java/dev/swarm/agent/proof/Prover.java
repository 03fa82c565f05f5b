package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Checks;
import dev.swarm.agent.checks.Questions;
import dev.swarm.agent.investigation.Conversation;
import dev.swarm.agent.investigation.Look;
import dev.swarm.protocol.CallId;
import dev.swarm.protocol.Finding;
import dev.swarm.tools.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Proves claims: first against what was printed, then, for all that hold so far at once, against a
 * second look. A call is made again once, however many claims rest on it.
 */
public final class Prover implements Gate {
  private final Checks checks;
  private final Questions questions;
  private final Grammars grammars;
  private final Remeasuring again;

  /**
   * A gate over {@code checks}.
   *
   * @param checks of this platform
   */
  public Prover(Checks checks, Questions questions, Grammars grammars, Remeasuring again) {
    this.checks = checks;
    this.questions = questions;
    this.grammars = grammars;
    this.again = again;
  }

  @Override
  public List<Verdict> judge(
      List<Claim> claims, Conversation conversation, String mind, Predicate<Claim> last)
      throws InterruptedException {
    var rulings = new Rulings(checks, questions);
    var weighed = new ArrayList<Weighed>();
    var looks = new LinkedHashSet<Look>();
    for (var claim : claims) {
      var ground = new Ground(claim, conversation, mind, last.test(claim));
      var one = new Weighing(ground, rulings, grammars).weigh();
      weighed.add(one);
      looks.addAll(one.looks());
    }
    var seen = again.again(List.copyOf(looks));
    return weighed.stream().map(one -> verdict(one, seen)).toList();
  }

  private Verdict verdict(Weighed weighed, Map<CallId, ToolResult> again) {
    return switch (weighed) {
      case Weighed.Settled(var verdict) -> verdict;
      case Weighed.Odd odd -> odd(odd, new SecondLook(again));
      case Weighed.Uncovered(var ground, var backing) ->
          switch (new SecondLook(again).at(backing.about(), ground.claim())) {
            case SecondLook.Seen.Still(var measured, _) ->
                new Verdict.Proven(
                    ground.claim(),
                    List.of(new Rendering(ground, questions).uncovered(backing, measured)));
            case SecondLook.Seen.Gone(var measured) -> gone(ground, measured);
            case SecondLook.Seen.Blind(var reason) -> blind(ground, reason);
          };
    };
  }

  private Verdict odd(Weighed.Odd odd, SecondLook second) {
    var findings = new ArrayList<Finding>();
    var failed = new ArrayList<Verdict>();
    for (var one : odd.rulings()) {
      switch (second.at(one)) {
        case SecondLook.Seen.Still still ->
            findings.add(new Rendering(odd.ground(), questions).covered(one, odd.backing(), still));
        case SecondLook.Seen.Gone(var measured) -> failed.add(gone(odd.ground(), measured));
        case SecondLook.Seen.Blind(var reason) -> failed.add(blind(odd.ground(), reason));
      }
    }
    return findings.isEmpty()
        ? failed.getLast()
        : new Verdict.Proven(odd.ground().claim(), findings);
  }

  private static Verdict gone(Ground ground, String measured) {
    return ground.refuted(measured, "it no longer holds when looked at again");
  }

  private static Verdict blind(Ground ground, String reason) {
    return ground.unproven("it could not be looked at again: " + reason);
  }
}
