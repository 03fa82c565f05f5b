package dev.swarm.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Everything that must be so of any run, whatever was done to the fleet. A test that missed a time
 * is tried again on a busy machine; a law that was broken stays broken: nothing holds after it.
 */
final class Laws {
  private static final List<String> BROKEN = new CopyOnWriteArrayList<>();

  private final Fleet fleet;
  private final Findings undisturbed;

  /**
   * @param undisturbed what the same work finds while nothing is broken
   */
  Laws(Fleet fleet, Findings undisturbed) {
    this.fleet = fleet;
    this.undisturbed = undisturbed;
  }

  Findings undisturbed() {
    return undisturbed;
  }

  /** Fails, with all that is wrong, if a law is broken. */
  void hold(Asked.Answered answered, String when) {
    var violations = new ArrayList<String>();
    violations.addAll(SumLaw.violations(answered.log()));
    violations.addAll(SumLaw.violations(answered.log(), answered.report()));
    violations.addAll(answered.findings().differencesFrom(undisturbed));
    violations.addAll(answered.findings().differencesFrom(answered.report()));
    violations.addAll(Executions.violations(fleet));
    if (!violations.isEmpty()) {
      BROKEN.add(when + ": " + violations);
    }
    assertEquals(List.of(), BROKEN, () -> when + "\n" + answered.told());
  }
}
