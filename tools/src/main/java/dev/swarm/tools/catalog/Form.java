package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Command.Sight;
import dev.swarm.tools.rows.RowRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One way to run a tool on a platform.
 *
 * @param samples 1, or 2 with {@code interval} between them
 * @param absentIsUnknown an absent source is unknown instead of not applicable
 * @param unknownIf texts that say it could not look
 * @param notApplicableIf texts that say the thing does not exist here
 */
public record Form(
    Source source,
    List<Requirement> requires,
    Duration timeout,
    int outputCap,
    Set<Sight> sees,
    ExitMeaning exit,
    List<String> unknownIf,
    List<String> notApplicableIf,
    boolean absentIsUnknown,
    int samples,
    Duration interval,
    RowRules rows) {
  public Form {
    requires = List.copyOf(requires);
    sees = Set.copyOf(sees);
    unknownIf = List.copyOf(unknownIf);
    notApplicableIf = List.copyOf(notApplicableIf);
  }
}
