package dev.swarm.tools;

import dev.swarm.tools.ToolResult.Gap;
import dev.swarm.tools.host.Failure;
import java.util.List;

/** What one sample of a form gave, before its text is cleaned and its rows are read. */
sealed interface Reading {

  /**
   * There is text.
   *
   * @param what the command run, or the files read
   * @param aside text that is shown but holds no rows, such as stderr
   */
  record Text(List<String> what, String text, String aside, int exit, List<Gap> gaps)
      implements Reading {}

  /** There is none. */
  record None(List<String> what, Failure why, String detail, String partial) implements Reading {}
}
