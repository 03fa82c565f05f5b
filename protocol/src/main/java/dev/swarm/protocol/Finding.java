package dev.swarm.protocol;

import java.util.List;
import java.util.Optional;

/**
 * A claim about a subject on a node that held. Title, detail and severity are rendered from rows,
 * never from a model's words.
 *
 * @param check the check whose verdict this is; empty for what no check covers
 * @param explanation the mind's own sentence, where every number and name in it is borne by the
 *     evidence
 * @param measured how it was looked at again: {@code 93 % then, 93 % now}
 * @param see a command that shows it with one's own eyes
 * @param mind who reported it: {@code playbook}, or a model's name
 */
public record Finding(
    Fingerprint fingerprint,
    Optional<CheckId> check,
    Area area,
    String node,
    String subject,
    Severity severity,
    String title,
    String detail,
    String remedy,
    String see,
    String measured,
    Optional<String> explanation,
    String mind,
    List<Evidence> evidence) {
  public Finding {
    Text.require(node, "node");
    Text.require(title, "title");
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("no finding without proof: " + title);
    }
  }

  /** As it counts: what no check covers is at most a warning, whatever a node says of it. */
  public Finding weighed() {
    return check.isPresent() || !severity.atLeast(Severity.CRITICAL)
        ? this
        : new Finding(
            fingerprint,
            check,
            area,
            node,
            subject,
            Severity.WARNING,
            title,
            detail,
            remedy,
            see,
            measured,
            explanation,
            mind,
            evidence);
  }
}
