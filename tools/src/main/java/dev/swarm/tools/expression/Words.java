package dev.swarm.tools.expression;

import dev.swarm.tools.rows.Value;
import java.util.Optional;
import java.util.Set;

/** Words with a meaning of their own, that no field may have for a name. */
final class Words {
  private static final Set<String> OPERATORS =
      Set.of("and", "or", "not", "in", "contains", "starts", "matches", "has");

  private Words() {}

  static boolean isReserved(String word) {
    return OPERATORS.contains(word);
  }

  /** {@code true} and {@code false}. */
  static Optional<Node> truth(String word) {
    return switch (word) {
      case "true" -> Optional.of(flag(true));
      case "false" -> Optional.of(flag(false));
      default -> Optional.empty();
    };
  }

  private static Node flag(boolean set) {
    return new Node.Constant(Optional.of(new Value.Flag(set)));
  }
}
