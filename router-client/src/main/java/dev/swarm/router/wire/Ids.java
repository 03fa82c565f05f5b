package dev.swarm.router.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ids of calls as every server takes them: nine of {@code [a-zA-Z0-9]}, each once in a
 * conversation. Mistral refuses any other form (llama.cpp#14349), and strict servers refuse an id
 * twice.
 *
 * <p>One instance sees one conversation, oldest call first; what it gives depends on nothing that
 * comes later. One thread.
 */
final class Ids {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 9;

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> asked = new HashMap<>();

  /** Nine characters that are the same for the same seed, on every machine. */
  static String nine(String seed) {
    long rest = mixed(seed);
    var id = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      id[i] = ALPHABET.charAt((int) Long.remainderUnsigned(rest, ALPHABET.length()));
      rest = Long.divideUnsigned(rest, ALPHABET.length());
    }
    return new String(id);
  }

  /** {@code wanted} where it is nine characters that nobody has; else a new id made of it. */
  String unique(String wanted) {
    if (isNine(wanted) && taken.add(wanted)) {
      return wanted;
    }
    while (true) {
      int turn = asked.merge(wanted, 1, Integer::sum);
      var made = nine(wanted + '#' + turn);
      if (taken.add(made)) {
        return made;
      }
    }
  }

  /** Whether every server takes it. */
  static boolean isNine(String id) {
    boolean known = id.length() == LENGTH;
    for (int i = 0; known && i < LENGTH; i++) {
      known = ALPHABET.indexOf(id.charAt(i)) >= 0;
    }
    return known;
  }

  /** FNV-1a over the characters, then the last steps of MurmurHash3: no class to look up. */
  private static long mixed(String seed) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < seed.length(); i++) {
      hash = (hash ^ seed.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
