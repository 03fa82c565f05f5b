package dev.swarm.tools.yaml;

import java.util.ArrayList;
import java.util.Locale;

/**
 * Reads one of a few words: an enum constant by its name in YAML, {@code TIMED_OUT} as timed-out.
 */
public final class Chosen {
  private Chosen() {}

  /**
   * The constant of {@code type} that is called {@code text}.
   *
   * @throws IllegalArgumentException naming those that there are, in their order
   */
  public static <E extends Enum<E>> E of(Class<E> type, String text) {
    var names = new ArrayList<String>();
    for (var constant : type.getEnumConstants()) {
      var name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(text)) {
        return constant;
      }
      names.add(name);
    }
    throw new IllegalArgumentException(
        "expected one of " + String.join(", ", names) + ", not '" + text + "'");
  }
}
