package dev.swarm.bus.seal.issue;

import java.util.List;
import java.util.stream.Collectors;

/** Finds the keys that somebody means to revoke, among all there are. */
record KeyChoice(List<Issued> all) {
  /** Fewer digits of an id are too easily somebody else's. */
  private static final int DIGITS = 8;

  /**
   * Those that are not revoked yet, of that name or with an id that begins so.
   *
   * @throws KeysException if there is none, or it may be of several names
   */
  List<Issued> of(String nameOrKey) {
    var meant = all.stream().filter(key -> means(nameOrKey, key)).toList();
    if (meant.isEmpty()) {
      throw new KeysException("there is no key of '" + nameOrKey + "'; swarm keys list shows all");
    }
    var standing = meant.stream().filter(key -> key.revoked().isEmpty()).toList();
    if (standing.isEmpty()) {
      throw new KeysException("the key of '" + nameOrKey + "' is revoked already");
    }
    if (standing.stream().map(Issued::name).distinct().count() > 1) {
      throw new KeysException(
          "'" + nameOrKey + "' may be the key of " + names(standing) + "; give more of its id");
    }
    return standing;
  }

  private static boolean means(String said, Issued key) {
    return key.name().equals(said) || (said.length() >= DIGITS && key.key().startsWith(said));
  }

  private static String names(List<Issued> keys) {
    return keys.stream().map(Issued::name).distinct().collect(Collectors.joining(" or "));
  }
}
