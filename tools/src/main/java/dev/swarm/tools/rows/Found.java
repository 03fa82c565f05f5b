package dev.swarm.tools.rows;

import java.util.List;

/** What a grammar made of a text. */
sealed interface Found {

  record Drafts(List<Draft> drafts) implements Found {}

  /** The text is what it should be and says that there is nothing. */
  record Nothing() implements Found {}

  /** The text is not what it should be. */
  record Broken(String reason) implements Found {}
}
