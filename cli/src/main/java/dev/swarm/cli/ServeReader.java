package dev.swarm.cli;

import dev.swarm.bus.cluster.HostPort;
import dev.swarm.cli.ServeSettings.NamedToken;
import dev.swarm.router.endpoint.KeySource;
import dev.swarm.tools.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code serve:}. */
final class ServeReader {
  private ServeReader() {}

  /** What {@code settings} say; the defaults where they say nothing. */
  static ServeSettings read(YamlMap settings) {
    return settings.map("serve").map(ServeReader::serve).orElse(ServeSettings.STANDARD);
  }

  private static ServeSettings serve(YamlMap map) {
    var standard = ServeSettings.STANDARD;
    var serve =
        new ServeSettings(
            map.read("listen", ServeReader::place).orElse(standard.listen()),
            tokens(map),
            map.map("tls").flatMap(ServeReader::tls),
            RoutersReader.within(map, "requests-per-second", 1, 100_000)
                .orElse(standard.requestsPerSecond()),
            RoutersReader.within(map, "readers", 1, 10_000).orElse(standard.readers()),
            RoutersReader.within(map, "open-runs", 1, 1_000).orElse(standard.openRuns()));
    map.finish();
    return serve;
  }

  /** A place to listen, at the usual port where none is said. */
  static HostPort place(String text) {
    return HostPort.parse(text, ServeSettings.PORT);
  }

  private static List<NamedToken> tokens(YamlMap map) {
    var tokens = new ArrayList<NamedToken>();
    var names = new HashSet<String>();
    for (var one : map.has("tokens") ? map.maps("tokens") : List.<YamlMap>of()) {
      token(one).filter(token -> unique(one, token, names)).ifPresent(tokens::add);
    }
    return tokens;
  }

  private static boolean unique(YamlMap map, NamedToken token, Set<String> names) {
    if (!names.add(token.name())) {
      map.problem("name", "two tokens are named '" + token.name() + "'; give each its own name");
    }
    return true;
  }

  private static Optional<NamedToken> token(YamlMap map) {
    int before = map.file().problemCount();
    var name = map.read("name", ServeReader::name);
    var operator = map.read("access", ServeReader::operator).orElse(false);
    var source = KeySourceReader.read(map);
    if (name.isEmpty() && map.file().problemCount() == before) {
      map.problem("name", "a token has a 'name', which stands beside what is done with it");
    }
    if (source instanceof KeySource.None && map.file().problemCount() == before) {
      map.problem("key", "a token has a 'key', such as key: {file: /etc/swarm/viewer.token}");
    }
    map.finish();
    return map.file().problemCount() > before
        ? Optional.empty()
        : name.map(who -> new NamedToken(who, operator, source));
  }

  private static String name(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}")) {
      throw new IllegalArgumentException("expected a short name of letters, digits, . _ @ or -");
    }
    return text;
  }

  private static boolean operator(String text) {
    return switch (text) {
      case "viewer" -> false;
      case "operator" -> true;
      default ->
          throw new IllegalArgumentException("expected viewer or operator, not '" + text + "'");
    };
  }

  private static Optional<ServeSettings.Tls> tls(YamlMap map) {
    var certificate = map.read("certificate", RoutersReader::file);
    var key = map.read("key", RoutersReader::file);
    map.finish();
    if (certificate.isEmpty() || key.isEmpty()) {
      map.problem("", "'tls' has a certificate and a key, both PEM files");
    }
    return certificate.flatMap(cert -> key.map(file -> new ServeSettings.Tls(cert, file)));
  }
}
