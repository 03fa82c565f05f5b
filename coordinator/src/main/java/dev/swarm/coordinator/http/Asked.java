package dev.swarm.coordinator.http;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A request, as far as it was let in: reading from it refuses what does not fit.
 *
 * @param origin where it comes from, for logging in and out
 * @param path what stands for the {@code :names} of its route
 * @param body empty where the method has none
 */
record Asked(Caller caller, Origin origin, Map<String, String> path, MultiMap query, String body) {
  private static final int LONGEST = 512;

  /** Where a request comes from. */
  interface Origin {
    /** Whose token that is; throws {@link ProblemException} if it is nobody's. */
    Caller caller(String token);

    /** The cookie of its session, if it shows one. */
    Optional<String> session();
  }

  /** Refuses parameters that the route does not know. */
  void queries(Set<String> known) {
    for (var name : query.names()) {
      if (!known.contains(name)) {
        throw known.isEmpty()
            ? ProblemException.bad(
                "query, " + Shown.of(name), "this address takes no parameters", "leave it out")
            : ProblemException.unknown(
                "parameter", name, "query", known.stream().sorted().toList());
      }
    }
  }

  String segment(String name) {
    var value = Optional.ofNullable(path.get(name)).orElse("");
    if (value.isBlank() || value.length() > LONGEST) {
      throw ProblemException.missing(name, value, "names have 1 to " + LONGEST + " characters");
    }
    return value;
  }

  /** A parameter that may be there once. */
  Optional<String> text(String name) {
    var all = query.getAll(name);
    if (all.size() > 1) {
      throw ProblemException.bad("query, " + name, name + " is there twice", "give it once");
    }
    var one = all.stream().findFirst().filter(value -> !value.isEmpty());
    one.filter(value -> value.length() > LONGEST)
        .ifPresent(_ -> {
          throw ProblemException.bad(
              "query, " + name, name + " is too long", "at most " + LONGEST + " characters");
        });
    return one;
  }

  int number(String name, int standard, int least, int most) {
    return Math.toIntExact(number(name, (long) standard, least, most));
  }

  long number(String name, long standard, long least, long most) {
    return text(name).map(value -> number(name, value, least, most)).orElse(standard);
  }

  static long number(String name, String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw ProblemException.bad(
        "query, " + name,
        name + " is no number from " + least + " to " + most + ": '" + Shown.of(value) + "'",
        "give a whole number from " + least + " to " + most);
  }

  /** One of the constants, by their names in the API. */
  <E> Optional<E> choice(String name, E[] all, Function<E, String> id) {
    return text(name).map(value -> chosen(name, value, all, id));
  }

  /** Any of them; the parameter may be there several times, or its values be parted by commas. */
  <E> Set<E> choices(String name, E[] all, Function<E, String> id) {
    var chosen = new HashSet<E>();
    for (var value : query.getAll(name)) {
      for (var word : value.split(",", -1)) {
        if (!word.isEmpty()) {
          chosen.add(chosen(name, word, all, id));
        }
      }
    }
    return chosen;
  }

  private static <E> E chosen(String name, String value, E[] all, Function<E, String> id) {
    return Arrays.stream(all)
        .filter(one -> id.apply(one).equals(value))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.unknown(
                name, value, "query, " + name, Arrays.stream(all).map(id).toList()));
  }

  /** {@code key=value}, as often as wanted. */
  List<Map.Entry<String, String>> pairs(String name) {
    return query.getAll(name).stream().map(text -> pair(name, text)).toList();
  }

  private static Map.Entry<String, String> pair(String name, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw ProblemException.bad(
          "query, " + name,
          name + " is no KEY=VALUE: '" + Shown.of(text) + "'",
          "such as role=web");
    }
    return Map.entry(text.substring(0, equals), text.substring(equals + 1));
  }

  <T> T body(Class<T> type) {
    return Json.decode(body, type);
  }
}
