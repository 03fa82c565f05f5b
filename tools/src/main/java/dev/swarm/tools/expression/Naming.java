package dev.swarm.tools.expression;

import dev.swarm.tools.expression.Node.Aggregate;
import dev.swarm.tools.expression.Node.Both;
import dev.swarm.tools.expression.Node.Calculation;
import dev.swarm.tools.expression.Node.Call;
import dev.swarm.tools.expression.Node.Comparison;
import dev.swarm.tools.expression.Node.Constant;
import dev.swarm.tools.expression.Node.Either;
import dev.swarm.tools.expression.Node.Growth;
import dev.swarm.tools.expression.Node.Matching;
import dev.swarm.tools.expression.Node.Name;
import dev.swarm.tools.expression.Node.Negative;
import dev.swarm.tools.expression.Node.Not;
import dev.swarm.tools.expression.Node.OneOf;
import dev.swarm.tools.expression.Node.Present;
import dev.swarm.tools.expression.Node.Wording;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the names that an expression reads, in the order in which they stand. */
final class Naming {
  private final Set<String> names = new LinkedHashSet<>();

  private Naming() {}

  static Set<String> in(Node root) {
    Naming naming = new Naming();
    naming.visit(root);
    return Collections.unmodifiableSet(naming.names);
  }

  private void visit(Node node) {
    switch (node) {
      case Constant _ -> {}
      case Name(String name) -> names.add(name);
      case Growth growth -> names.add(growth.field());
      case Negative(Node of) -> visit(of);
      case Not(Node of) -> visit(of);
      case Present(Node of) -> visit(of);
      case Matching matching -> visit(matching.of());
      case Aggregate aggregate -> aggregate.of().ifPresent(this::visit);
      case Call call -> visitCall(call);
      case Calculation(Node left, var _, Node right) -> visitAll(List.of(left, right));
      case Comparison(Node left, var _, Node right) -> visitAll(List.of(left, right));
      case Wording(Node of, var _, Node part) -> visitAll(List.of(of, part));
      case Both(Node left, Node right) -> visitAll(List.of(left, right));
      case Either(Node left, Node right) -> visitAll(List.of(left, right));
      case OneOf(Node of, List<Node> choices) -> {
        visit(of);
        visitAll(choices);
      }
    }
  }

  private void visitCall(Call call) {
    visitAll(call.arguments());
    if (call.function() == Function.AGE) {
      names.add(Functions.NOW);
    }
  }

  private void visitAll(List<Node> nodes) {
    nodes.forEach(this::visit);
  }
}
