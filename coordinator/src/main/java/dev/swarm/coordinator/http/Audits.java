package dev.swarm.coordinator.http;

import dev.swarm.coordinator.Audit;
import java.util.List;

/** What can be asked of this coordinator, and how it is asked. Any thread. */
public interface Audits {
  /** The areas there are, in the order of reports. */
  List<String> areas();

  /** The checks there are. */
  List<String> checks();

  /**
   * The audit, or the question, that {@code wish} means; its areas and checks are known ones.
   *
   * @throws IllegalArgumentException in words for whoever wished it
   */
  Audit of(Wish wish);
}
