package dev.swarm.bus.seal.issue;

import java.util.regex.Pattern;

/** The rules for names that go onto certificates, into logs and into the names of files. */
final class KeyName {
  private static final int LONGEST = 200;
  private static final int LONGEST_FLEET = 64;
  private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private KeyName() {}

  /**
   * Refuses what is no name for a node or a coordinator.
   *
   * @throws KeysException saying why
   */
  static void require(String name) {
    require(name, "a name", LONGEST);
  }

  /** The same for a fleet, whose name gets a random half after it. */
  static void requireFleet(String name) {
    require(name, "the name of a fleet", LONGEST_FLEET);
  }

  private static void require(String name, String what, int longest) {
    if (name.isBlank()) {
      throw new KeysException(what + " is never blank");
    }
    if (name.length() > longest) {
      throw new KeysException(
          what + " has at most " + longest + " characters, not " + name.length());
    }
    if (!GRAMMAR.matcher(name).matches()) {
      throw new KeysException(
          what
              + " has letters a to z, digits, dots, dashes and underlines, and begins with a letter"
              + " or digit; not '"
              + name
              + "'");
    }
  }
}
