package dev.swarm.tools.catalog;

import java.util.Set;

/** What exit codes of a program mean; any other is unknown. */
public record ExitMeaning(Set<Integer> ok, Set<Integer> nothing, Set<Integer> finding) {
  public static final ExitMeaning ZERO_IS_OK = new ExitMeaning(Set.of(0), Set.of(), Set.of());

  public ExitMeaning {
    ok = Set.copyOf(ok);
    nothing = Set.copyOf(nothing);
    finding = Set.copyOf(finding);
  }

  /** A code that says the program looked; what it saw is in its text. */
  public int looked() {
    return finding.stream().findFirst().or(() -> ok.stream().findFirst()).orElse(0);
  }
}
