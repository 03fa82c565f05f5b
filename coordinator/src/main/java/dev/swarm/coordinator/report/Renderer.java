package dev.swarm.coordinator.report;

import java.io.IOException;

/** Tells a report in one format. Stateless; any thread. */
public interface Renderer {
  /**
   * Writes the whole report, ended by a line break.
   *
   * @throws IOException whatever {@code out} throws
   */
  void render(Report report, Options options, Appendable out) throws IOException;
}
