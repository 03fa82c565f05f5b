package dev.swarm.agent.proof;

/** Lines that the tools put in themselves, and what follows them: no output of a probe. */
final class Markers {
  private static final String ASIDE = "--- stderr ---";
  private static final String SAMPLE = "--- sample ";

  private Markers() {}

  /**
   * Whether all the lines cited stand before what a program printed aside, and are none of ours.
   */
  static boolean none(Cited cited) {
    int aside = cited.look().result().text().lines().indexOf(ASIDE);
    return cited.lines().stream().noneMatch(line -> aside >= 0 && line > aside)
        && cited.words().stream().noneMatch(line -> line.startsWith(SAMPLE) || line.isBlank());
  }
}
