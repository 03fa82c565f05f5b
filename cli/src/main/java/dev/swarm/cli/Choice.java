package dev.swarm.cli;

import dev.swarm.protocol.Severity;
import dev.swarm.tools.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Finds what somebody named among what there is. */
final class Choice {
  private Choice() {}

  /** The severity of that name. */
  static Severity severity(String option, String name) {
    return of(option, name, Severity.values(), Severity::id);
  }

  /**
   * The constant of that name.
   *
   * @throws UsageException listing the names there are
   */
  static <T> T of(String option, String name, T[] all, Function<T, String> id) {
    var names = Arrays.stream(all).map(id).toList();
    return Arrays.stream(all)
        .filter(one -> id.apply(one).equals(name))
        .findFirst()
        .orElseThrow(() -> new UsageException(option + " is " + either(names) + no(name, names)));
  }

  /** Refuses what is not among many names, for which {@code where} tells how to list them. */
  static void require(String what, String name, List<String> names, String where) {
    if (!names.contains(name)) {
      throw new UsageException(
          "there is no " + what + " '" + name + "'" + Nearest.hint(name, names) + "; " + where);
    }
  }

  private static String no(String name, List<String> names) {
    return ", not '" + name + "'" + Nearest.hint(name, names);
  }

  private static String either(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
