package dev.swarm.agent.checks;

import dev.swarm.protocol.Severity;
import dev.swarm.tools.expression.Scope;
import dev.swarm.tools.rows.Row;
import java.util.List;

/** A check's verdict on one subject. */
public sealed interface Judged {
  String subject();

  /** The rows that the verdict is about: one, or a group. */
  List<Row> rows();

  /** For the check's templates. */
  Scope scope();

  /** A severity rule is true. */
  record Odd(String subject, Severity severity, List<Row> rows, Scope scope) implements Judged {}

  /** No severity rule is true, and none is unknown. */
  record Fine(String subject, List<Row> rows, Scope scope) implements Judged {}

  /** A value that a rule needs is missing. */
  record Blind(String subject, String reason, List<Row> rows, Scope scope) implements Judged {}
}
