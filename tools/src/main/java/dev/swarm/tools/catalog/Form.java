package dev.swarm.tools.catalog;

import dev.swarm.tools.host.Command.Sight;
import dev.swarm.tools.rows.RowRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way to run a tool on a platform.
 *
 * @param contents how what is read becomes lines
 * @param each a tool whose rows the program is run for, once for each
 * @param timedOutIsFinding a run without an end in time is a line, not unknown
 * @param largestFirst lines are put in the order of their leading numbers
 * @param samples 1, or 2 with {@code interval} between them
 * @param absentIsUnknown an absent source is unknown instead of not applicable
 * @param silent the line that stands for a program that printed nothing; empty for none
 * @param complete what could not be read makes it all unknown, because what is missing counts
 * @param unknownIf texts that say it could not look
 * @param notApplicableIf texts that say the thing does not exist here
 */
public record Form(
    Source source,
    Contents contents,
    List<Requirement> requires,
    Duration timeout,
    int outputCap,
    Set<Sight> sees,
    ExitMeaning exit,
    String silent,
    boolean complete,
    List<String> unknownIf,
    List<String> notApplicableIf,
    boolean absentIsUnknown,
    Optional<String> each,
    boolean timedOutIsFinding,
    boolean largestFirst,
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
