package dev.swarm.coordinator.store;

import dev.swarm.coordinator.store.StoreException.Trouble;
import dev.swarm.protocol.RunId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The runs of a store, newest first, and how people name them. */
public record RunHistory(List<RunSummary> runs) {
  private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,6}))?");

  public RunHistory {
    runs = List.copyOf(runs);
  }

  /**
   * The run that {@code reference} names: {@code latest}, {@code latest~1} for the one before, an
   * id, or the beginning of exactly one id.
   *
   * @throws StoreException if it names no run, or more than one
   */
  public RunId resolve(String reference) {
    var latest = LATEST.matcher(reference);
    if (latest.matches()) {
      int back = Optional.ofNullable(latest.group(1)).map(Integer::parseInt).orElse(0);
      if (back < runs.size()) {
        return runs.get(back).id();
      }
      throw unknown(reference, runs.size() + " runs are kept; `swarm runs` lists them");
    }
    var exact = runs.stream().map(RunSummary::id).filter(id -> id.value().equals(reference));
    return exact.findFirst().orElseGet(() -> byPrefix(reference));
  }

  /**
   * The newest run before {@code run} that audited {@code node} whole and looked at everything that
   * {@code run} looks at: what “new since the last audit” is measured against.
   */
  public Optional<RunId> baseline(RunId run, String node) {
    var now = runs.stream().filter(summary -> summary.id().equals(run)).findFirst();
    return runs.stream()
        .filter(before -> before.id().compareTo(run) < 0)
        .filter(before -> before.complete(node))
        .filter(before -> now.map(before::covers).orElse(true))
        .map(RunSummary::id)
        .findFirst();
  }

  private RunId byPrefix(String prefix) {
    var matching =
        runs.stream().map(RunSummary::id).filter(id -> id.value().startsWith(prefix)).toList();
    if (prefix.isBlank() || matching.isEmpty()) {
      throw unknown(prefix, "`swarm runs` lists those that are kept");
    }
    if (matching.size() > 1) {
      throw unknown(prefix, matching.size() + " runs begin so, " + matching.getFirst() + " is one");
    }
    return matching.getFirst();
  }

  private static StoreException unknown(String reference, String hint) {
    return new StoreException(
        Trouble.UNKNOWN_RUN, "could not find a run \"" + reference + "\": " + hint);
  }
}
