package dev.swarm.agent.proof;

import dev.swarm.agent.bench.Machine;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.Severity;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A claim that is not so, and what must become of it.
 *
 * @param later what happens to the machine between the first look and the second one
 */
record Lie(String name, Claim claim, UnaryOperator<Machine> later, Expected expected) {

  /** What must become of a lie. */
  sealed interface Expected {
    /** A row says otherwise; the reason holds these words. */
    record Refuted(String reason) implements Expected {}

    /** It cannot be checked; the reason holds these words. */
    record Unproven(String reason) implements Expected {}

    /** The rows are odd indeed: the truth is shown, under this title, and not the sentence. */
    record TruthShown(String title, Severity severity) implements Expected {}
  }

  /** A lie on lines. */
  static Draft of(String name, String subject, String sentence, String... cited) {
    return new Draft(name, Claim.of(List.of(cited), subject, sentence), machine -> machine);
  }

  /** A lie that is still to be given its end. */
  record Draft(String name, Claim claim, UnaryOperator<Machine> later) {
    Draft on(String field, String value) {
      return new Draft(name, claim.on(field).saying(value), later);
    }

    Draft on(String field) {
      return new Draft(name, claim.on(field), later);
    }

    Draft saying(String value) {
      return new Draft(name, claim.saying(value), later);
    }

    Draft under(String check) {
      return new Draft(name, claim.under(new CheckId(check)), later);
    }

    Draft quoting(String words) {
      return new Draft(name, claim.quoting(words), later);
    }

    Draft critical() {
      return new Draft(name, claim.called(Severity.CRITICAL), later);
    }

    Draft whileLater(UnaryOperator<Machine> change) {
      return new Draft(name, claim, change);
    }

    Lie isRefuted(String reason) {
      return new Lie(name, claim, later, new Expected.Refuted(reason));
    }

    Lie isUnproven(String reason) {
      return new Lie(name, claim, later, new Expected.Unproven(reason));
    }

    Lie showsOnly(String title, Severity severity) {
      return new Lie(name, claim, later, new Expected.TruthShown(title, severity));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
