package dev.swarm.agent.checks;

import dev.swarm.protocol.Area;
import dev.swarm.protocol.CheckId;
import dev.swarm.protocol.CoverageState;
import dev.swarm.protocol.Severity;
import dev.swarm.tools.expression.Expression;
import dev.swarm.tools.expression.Template;
import dev.swarm.tools.host.Platform;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stable question about a host, answered from one tool's rows; see docs/tools-and-checks.md.
 *
 * @param arguments of the tool; values may hold {@code {item}}
 * @param forEach the list of the configuration that {@code {item}} runs over
 * @param applies rows that the check is about
 * @param by groups rows by this text; each group is judged as one
 * @param severity the first rule that is true decides
 * @param none what no row means
 * @param covers fields whose health this check decides
 * @param escalates whether what it finds is worth a stronger model's look
 */
public record Check(
    CheckId id,
    Area area,
    Set<Platform> platforms,
    String tool,
    Map<String, Template> arguments,
    Optional<String> forEach,
    Kind kind,
    Optional<Expression> applies,
    Optional<Template> by,
    Optional<Template> subject,
    List<Rule> severity,
    Nothing none,
    Words words,
    List<FollowUp> next,
    Set<String> covers,
    boolean escalates,
    String origin) {
  public Check {
    platforms = Set.copyOf(platforms);
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    severity = List.copyOf(severity);
    next = List.copyOf(next);
    covers = Set.copyOf(covers);
  }

  /** Whether its verdict is about {@code field}, or tells it along with its verdict. */
  public boolean speaksOf(String field) {
    return covers.contains(field)
        || applies.map(Expression::names).orElse(Set.of()).contains(field)
        || words.title().names().contains(field)
        || words.detail().names().contains(field);
  }

  /** How a finding of this check is looked at again. */
  public enum Kind {
    /** Measured again against its threshold. */
    STATE,
    /** Found again. */
    EVENT,
    /** Shown as then and now. */
    SAMPLE
  }

  /** A severity and when it holds. */
  public record Rule(Severity severity, Expression when) {}

  /** What it means that the tool had no row for this check: ok, or not applicable. */
  public record Nothing(CoverageState state, String reason) {}

  /** What is asked for each finding; argument values are templates over the finding's rows. */
  public record FollowUp(String tool, Map<String, Template> arguments) {
    public FollowUp {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
  }

  /**
   * What a check says to people.
   *
   * @param see a command to copy that shows it with one's own eyes
   * @param threshold the conditions in words, with units
   * @param source where the threshold comes from
   * @param privilege what more is seen as root; may be empty
   */
  public record Words(
      Template title,
      Template detail,
      Template remedy,
      Template see,
      String threshold,
      String source,
      String why,
      String privilege) {}
}
