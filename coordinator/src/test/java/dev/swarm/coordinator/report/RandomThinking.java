package dev.swarm.coordinator.report;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.Doubt;
import dev.swarm.protocol.Escalation;
import dev.swarm.protocol.ModelShare;
import dev.swarm.protocol.Proof;
import dev.swarm.protocol.Thinking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What models may have brought to a subtask: any of a few, any number of claims of each verdict.
 */
final class RandomThinking {
  private static final List<String> MODELS = List.of("small", "middle", "big");

  private final Random random;

  RandomThinking(Random random) {
    this.random = random;
  }

  /** A model's part in three of four subtasks. */
  Thinking thinking() {
    if (random.nextInt(4) == 0) {
      return Thinking.NONE;
    }
    var shares = MODELS.stream().limit(random.nextInt(4)).map(this::share).toList();
    var escalations =
        random.nextInt(3) == 0
            ? List.of(new Escalation("small", random.nextBoolean() ? "big" : "", "why", "so"))
            : List.<Escalation>of();
    Optional<String> lacking =
        random.nextInt(3) == 0 ? Optional.of("reason " + random.nextInt(3)) : Optional.empty();
    return new Thinking(shares, escalations, lacking);
  }

  private ModelShare share(String model) {
    return new ModelShare(
        model,
        model.equals("big") ? "frontier" : "local",
        random.nextInt(9),
        random.nextInt(4),
        random.nextInt(3),
        random.nextInt(3),
        random.nextInt(3),
        random.nextInt(3),
        random.nextInt(9000),
        random.nextInt(900),
        random.nextInt(500),
        random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(999), 6));
  }

  /** The doubts that such shares leave: one for each claim that did not hold. */
  static List<Doubt> doubts(Thinking thinking, Area area, String node) {
    var doubts = new ArrayList<Doubt>();
    for (ModelShare share : thinking.shares()) {
      add(doubts, share.refuted(), Proof.REFUTED, area, node, share.model());
      add(doubts, share.unproven(), Proof.UNPROVEN, area, node, share.model());
    }
    return doubts;
  }

  private static void add(
      List<Doubt> doubts, int count, Proof proof, Area area, String node, String mind) {
    for (int each = 0; each < count; each++) {
      doubts.add(new Doubt(proof, area, node, "s", "c", "m", "r", mind, List.of()));
    }
  }
}
