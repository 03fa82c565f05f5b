package dev.badhouse.coordinator;

import dev.badhouse.agent.Worker;
import dev.badhouse.protocol.AbstractLetter;
import dev.badhouse.tools.LetterHelper;

/** Imports an agent and its tools, in a circle. */
public interface Planner {
  Worker worker();

  LetterHelper helper();

  AbstractLetter letter();
}
