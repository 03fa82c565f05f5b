package dev.swarm.agent.proof;

import dev.swarm.agent.investigation.Look;
import java.util.ArrayList;
import java.util.List;

/** A claim after it was held against what was printed, before it is looked at again. */
sealed interface Weighed {

  /** It has failed already. */
  record Settled(Verdict verdict) implements Weighed {}

  /** Checks find it odd; each of these must still hold. */
  record Odd(Ground ground, Backing backing, List<Rulings.Ruled> rulings) implements Weighed {
    public Odd {
      rulings = List.copyOf(rulings);
    }
  }

  /** No check covers it; it must be found again. */
  record Uncovered(Ground ground, Backing backing) implements Weighed {}

  /** What must be looked at again. */
  default List<Look> looks() {
    var looks = new ArrayList<Look>();
    switch (this) {
      case Settled _ -> {}
      case Odd(_, _, var rulings) -> rulings.forEach(one -> looks.add(one.look()));
      case Uncovered(_, var backing) -> backing.about().forEach(one -> looks.add(one.look()));
    }
    return looks;
  }
}
