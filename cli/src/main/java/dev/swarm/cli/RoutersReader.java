package dev.swarm.cli;

import dev.swarm.router.Tier;
import dev.swarm.router.endpoint.Endpoint;
import dev.swarm.tools.yaml.YamlMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads {@code routers:}, each a place where a model is served. A mistake is a problem at its line,
 * and the router that has one is left out.
 */
final class RoutersReader {
  /** A small machine serves few at once, and tells if it serves fewer. */
  static final int CONCURRENCY = 4;

  static final int QUEUE = 256;

  private RoutersReader() {}

  /** The routers of {@code map}, in the order written. */
  static List<Endpoint> read(YamlMap map) {
    var routers = new ArrayList<Endpoint>();
    var names = new HashSet<String>();
    for (var one : map.maps("routers")) {
      var router = router(one);
      if (router.isPresent() && !names.add(router.get().name())) {
        one.problem(
            "name", "two routers are named '" + router.get().name() + "'; give each its 'name'");
      }
      router.ifPresent(routers::add);
    }
    return List.copyOf(routers);
  }

  private static Optional<Endpoint> router(YamlMap map) {
    int before = map.file().problemCount();
    var url = map.read("url", RoutersReader::url);
    if (url.isEmpty() && map.file().problemCount() == before) {
      map.problem("url", "a router has a 'url', such as http://127.0.0.1:8080/v1");
    }
    var name = map.read("name", RoutersReader::name);
    var model = map.text("model").orElse("");
    var key = KeySourceReader.read(map);
    var tier = map.read("tier", RoutersReader::tier).orElse(Tier.LOCAL);
    int concurrency = within(map, "concurrency", 1, 4096).orElse(CONCURRENCY);
    int queue = within(map, "queue", 0, 100_000).orElse(QUEUE);
    var context = within(map, "context", 1024, 100_000_000);
    var clocks = ClocksReader.read(map);
    var price = PriceReader.read(map);
    var trust = map.read("trust", RoutersReader::file);
    var profile = ProfileReader.read(map);
    map.finish();
    return map.file().problemCount() > before
        ? Optional.empty()
        : url.map(where ->
            new Endpoint(
                name.orElseGet(() -> named(where)),
                where,
                model,
                key,
                tier,
                concurrency,
                queue,
                clocks,
                context.map(OptionalInt::of).orElse(OptionalInt.empty()),
                price,
                trust,
                profile));
  }

  /**
   * A router's URL.
   *
   * @throws IllegalArgumentException saying what was expected, without a key that stands in it
   */
  static URI url(String text) {
    if (text.indexOf('@') >= 0 || text.indexOf('?') >= 0 || text.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          "a router's URL has no user, query or fragment; a key is given apart");
    }
    try {
      var url = new URI(text.strip());
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (web && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException _) {
      // It is told below what a URL looks like.
    }
    throw new IllegalArgumentException(
        "expected a URL such as http://127.0.0.1:8080/v1, not '" + text + "'");
  }

  /** What a router is called whom nobody named: its host, and its port where it has one. */
  static String named(URI url) {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  /** The tier of that name. */
  static Tier tier(String text) {
    return one(text, Tier.values(), Tier::id);
  }

  /** The constant whose id is {@code text}. */
  static <T> T one(String text, T[] all, Function<T, String> id) {
    return Arrays.stream(all)
        .filter(one -> id.apply(one).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected "
                    + String.join(" or ", Arrays.stream(all).map(id).toList())
                    + ", not '"
                    + text
                    + "'"));
  }

  /** A whole number from {@code least} to {@code most}. */
  static Optional<Integer> within(YamlMap map, String key, int least, int most) {
    var number = map.integer(key);
    if (number.isPresent() && (number.get() < least || number.get() > most)) {
      map.problem(key, "'" + key + "' is from " + least + " to " + most);
    }
    return number;
  }

  /** An absolute path. */
  static Path file(String text) {
    var path = Path.of(text);
    if (!path.isAbsolute()) {
      throw new IllegalArgumentException("expected an absolute path, not '" + text + "'");
    }
    return path;
  }

  private static String name(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")) {
      throw new IllegalArgumentException("expected a short name of letters, digits, . _ : or -");
    }
    return text;
  }
}
