package dev.swarm.agent.proof;

import dev.swarm.agent.checks.Check;
import dev.swarm.agent.checks.Judged;
import dev.swarm.agent.investigation.Look;
import dev.swarm.tools.ToolResult.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a claim against what the tools printed: its lines exist, they speak of its subject, they
 * say its value, and the check on that very field says so too. Runs nothing.
 */
final class Weighing {
  private final Ground ground;
  private final Claim claim;
  private final Rulings rulings;
  private final Grammars grammars;

  /** Weighs one claim. */
  Weighing(Ground ground, Rulings rulings, Grammars grammars) {
    this.ground = ground;
    this.claim = ground.claim();
    this.rulings = rulings;
    this.grammars = grammars;
  }

  Weighed weigh() {
    return switch (new Resolving(ground.conversation()).of(claim)) {
      case Resolving.Resolved.Nowhere(var reason) -> unproven(reason);
      case Resolving.Resolved.Lines(var cited) -> onLines(cited);
    };
  }

  private Weighed onLines(List<Cited> cited) {
    var blind = cited.stream().filter(one -> !one.look().seen()).findFirst();
    if (blind.isPresent()) {
      return unproven(tool(blind.get()) + " could not look, so its words prove nothing");
    }
    var telling = cited.stream().filter(this::tells).toList();
    if (telling.isEmpty()) {
      return unproven("the lines cited say nothing by themselves: a heading, or what was left out");
    }
    var about = new Subjected(claim, ground.conversation(), rulings).of(telling);
    if (about.isEmpty()) {
      return refuted(
          Subjected.spokenOf(cited), "the lines cited do not speak of '" + claim.subject() + "'");
    }
    return onValue(Backing.of(about, telling));
  }

  /** A line says something if a row stands on it, or if its tool prints text without rows. */
  private boolean tells(Cited cited) {
    return !cited.rows().isEmpty()
        || (cited.look().result().ending() instanceof Ending.Ok
            && grammars.loose(tool(cited))
            && rulings.judging(cited.look()).isEmpty()
            && Markers.none(cited));
  }

  private Weighed onValue(Backing backing) {
    return switch (new Stating(claim, rulings).held(backing)) {
      case Stating.Held.Borne(var narrowed) -> onChecks(narrowed);
      case Stating.Held.Otherwise(var measured) ->
          refuted(measured, "the value claimed is not the value printed");
      case Stating.Held.Nowhere(var reason) -> unproven(reason);
    };
  }

  private Weighed onChecks(Backing backing) {
    var concerned = new ArrayList<Check>();
    var ruled = new ArrayList<Rulings.Ruled>();
    for (var cited : backing.about()) {
      var checks = concerned(cited.look(), backing);
      concerned.addAll(checks);
      ruled.addAll(rulings.on(cited, checks));
    }
    if (concerned.isEmpty()) {
      return claim.check().isPresent()
          ? unproven("the check " + claim.check().get() + " does not judge these lines")
          : new Weighed.Uncovered(ground, backing);
    }
    if (ruled.isEmpty()) {
      return refuted(
          Rendering.values(concerned.getFirst(), backing.rows()), leftOut(concerned.getFirst()));
    }
    var odd = ruled.stream().filter(one -> one.judged() instanceof Judged.Odd).toList();
    return odd.isEmpty() ? notOdd(ruled) : new Weighed.Odd(ground, backing, asked(odd));
  }

  private static String leftOut(Check check) {
    return "the check "
        + check.id()
        + " does not count it"
        + check.applies().map(applies -> ": " + applies.text()).orElse("");
  }

  /** The checks whose verdict the claim takes: on its field first of all. */
  private List<Check> concerned(Look look, Backing backing) {
    var judging = rulings.judging(look);
    if (claim.check().isPresent()) {
      return judging.stream().filter(check -> claim.check().get().equals(check.id())).toList();
    }
    var field = Stating.field(claim, backing.rows());
    if (field.isEmpty()) {
      return judging;
    }
    var covering = judging.stream().filter(check -> check.covers().contains(field.get())).toList();
    return covering.isEmpty()
        ? judging.stream().filter(check -> speaksOf(check, field.get())).toList()
        : covering;
  }

  private boolean speaksOf(Check check, String field) {
    return check.speaksOf(field) || grammars.sources(check.tool(), check.covers()).contains(field);
  }

  /** What was asked of this subtask comes before what another area has checks for. */
  private List<Rulings.Ruled> asked(List<Rulings.Ruled> odd) {
    var asked =
        odd.stream().filter(one -> ground.conversation().checks().contains(one.check())).toList();
    return asked.isEmpty() ? odd : asked;
  }

  private Weighed notOdd(List<Rulings.Ruled> ruled) {
    for (var one : ruled) {
      if (one.judged() instanceof Judged.Blind(_, var reason, _, _)) {
        return unproven("the check " + one.check().id() + " cannot tell: " + reason);
      }
    }
    var fine = ruled.getFirst();
    return refuted(
        Rendering.values(fine.check(), fine.judged().rows()),
        "the check " + fine.check().id() + " says ok: " + fine.check().words().threshold());
  }

  private static String tool(Cited cited) {
    return cited.look().call().tool();
  }

  private Weighed refuted(String measured, String reason) {
    return new Weighed.Settled(ground.refuted(measured, reason));
  }

  private Weighed unproven(String reason) {
    return new Weighed.Settled(ground.unproven(reason));
  }
}
