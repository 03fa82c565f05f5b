package dev.badhouse.router;

import dev.badhouse.tools.LetterHelper;

/** Knows the tools. */
public interface Caller {
  LetterHelper tools();
}
